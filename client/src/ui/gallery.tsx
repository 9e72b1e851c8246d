// Every part of the design system in every state, to look at while developing: open /gallery.html in `npm run dev`. With
// ?lang=de it speaks German, with ?theme=dark it is evening. Not part of the build.
import "./theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import {
  Archive,
  ArrowRight,
  Copy,
  Ellipsis,
  Hand,
  Link2,
  Megaphone,
  Pencil,
  SquareParking,
  Trash2,
  Undo2,
  UserPlus,
} from "lucide-react";
import { type ReactNode, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { speak } from "../i18n/i18n.ts";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { Dialog } from "./dialog.tsx";
import { Dock } from "./dock.tsx";
import { EmptyQuestion } from "./empty-question.tsx";
import { BrandMark, EventGlyph, type GlyphFamily, SeverityBars, Storeys } from "./glyphs.tsx";
import { Icon } from "./icon.tsx";
import { JoinPill } from "./join-pill.tsx";
import { Kbd, keysText } from "./kbd.tsx";
import { Link } from "./link.tsx";
import { announce, LiveRegion } from "./live-region.tsx";
import { Menu, MenuChoice, MenuItem, MenuSection } from "./menu.tsx";
import { NameList, type Person } from "./name-list.tsx";
import { ComposeSlot, NoteCard, NoteGone } from "./note-card.tsx";
import { PageHead } from "./page-head.tsx";
import { PhasePath, PhaseTicks } from "./phase-path.tsx";
import { Popover } from "./popover.tsx";
import { QrCode } from "./qr-code.tsx";
import { SegmentedChoice } from "./segmented-choice.tsx";
import { Select } from "./select.tsx";
import { Skeleton } from "./skeleton.tsx";
import { SplitPage } from "./split-page.tsx";
import { StatusPill, type StatusState } from "./status-pill.tsx";
import { Tabs } from "./tabs.tsx";
import { TextArea, TextField } from "./text-field.tsx";
import { showTheme, themes } from "./theme.ts";
import { showToast, ToastRegion } from "./toast.tsx";
import { TopBar } from "./top-bar.tsx";

const english = ["Prepare", "Check-in", "Timeline", "Summary", "Lessons", "Actions", "Check-out"];
const german = [
  "Vorbereiten",
  "Ankommen",
  "Zeitleiste",
  "Zusammenfassung",
  "Erkenntnisse",
  "Maßnahmen",
  "Abschluss",
];

const names =
  "Noa Lena Anna Nils Mehmet Ida Tom Priya Robin Alex Sascha Jonas Yuki Marta Felix Amira Otto Chloé Bilal Greta Henrik Dana Luis Vera Sunniva Ali Bea Carl Dora Emil Frida Gino Hanna".split(
    " ",
  );
const people = (count: number): readonly Person[] =>
  names.slice(0, count).map((name, index) => ({
    id: name,
    name,
    isMe: index === 0,
    isFacilitator: index === 0,
    isReady: index === 1 || index > 6,
    isWriting: index === 2,
    hasHandUp: index === 3,
    isAway: index === 5,
  }));

function Section({ title, note, span, children }: SectionProps) {
  return (
    <section className={span}>
      <h2 className="mb-4 flex justify-between border-t border-ink pt-2 type-over">
        {title}
        <small className="text-s font-normal text-ink-3">{note}</small>
      </h2>
      {children}
    </section>
  );
}
interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly span: string;
  readonly children: ReactNode;
}

const Figure = ({ of, children }: { readonly of: string; readonly children: ReactNode }) => (
  <figure className="min-w-0">
    {children}
    <figcaption className="mt-[.55rem] text-s text-ink-3">{of}</figcaption>
  </figure>
);

const states: readonly [StatusState, string][] = [
  [{ kind: "saved" }, "the server has confirmed the last change on disk"],
  [{ kind: "saving" }, "only after 800 ms unconfirmed, so it does not flicker"],
  [{ kind: "offline", waiting: 3 }, "n counts changes, never bytes; opens the list"],
  [{ kind: "offline", waiting: 0 }, "reading and writing go on"],
  [{ kind: "not-saved" }, "the server is there, its disk fails"],
  [{ kind: "returning", waiting: 3 }, ""],
  [{ kind: "sealed" }, "server refuses writes (4409)"],
  [{ kind: "reading" }, "observer"],
  [{ kind: "not-kept" }, "private window: browser storage refused"],
];

const kinds: readonly [string, GlyphFamily, boolean][] = [
  ["Impact starts", "mark", false],
  ["Detected", "mark", false],
  ["Background", "system", true],
  ["Change", "system", false],
  ["Observation", "noticed", false],
  ["Hypothesis", "noticed", true],
  ["Decision", "did", false],
  ["Action", "did", true],
  ["Communication", "said", false],
  ["Escalated", "said", false],
];

const nothing = () => undefined;

function Frame() {
  const [look, setLook] = useState("4");
  const isGerman = i18n.locale === "de";
  const steps = (isGerman ? german : english).map((title, index) => ({
    id: String(index),
    title,
    href: `#${index}`,
  }));
  const join = (place: "label" | "corner") => (
    <JoinPill
      place={place}
      action={isGerman ? "Dazukommen" : "Join"}
      actionIcon={ArrowRight}
      onPress={() => setLook("5")}
    >
      {isGerman ? "Die Runde ist bei Maßnahmen" : "Meeting is at Actions"}
    </JoinPill>
  );
  return (
    <div className="flex h-[34rem] flex-col overflow-auto border border-line">
      <TopBar
        home={<BrandMark />}
        title={
          <b className="truncate font-story font-medium">
            GitHub: 24 hours of degraded service after a 43-second network partition
          </b>
        }
        path={
          <PhasePath
            steps={steps}
            meetingAt="5"
            lookingAt={look}
            onLook={setLook}
            renderPill={look === "5" ? undefined : join}
          />
        }
        tools={
          <>
            <StatusPill state={{ kind: "saved" }} />
            <Button size="small" className="max-laptop:hidden">
              <Icon of={UserPlus} /> {isGerman ? "Einladen" : "Invite"}
            </Button>
            <Menu
              label="More"
              trigger={
                <Button look="quiet" size="icon" aria-label="More">
                  <Icon of={Ellipsis} />
                </Button>
              }
            >
              <MenuChoice
                title="Theme"
                options={[
                  { id: "system", label: "As the system" },
                  { id: "light", label: "Light" },
                  { id: "dark", label: "Dark" },
                ]}
                value="light"
                onChange={nothing}
              />
              <MenuSection title="Board">
                <MenuItem
                  icon={Undo2}
                  shortcut="mod+z"
                  onAction={() => showToast({ text: "Undone." })}
                >
                  Undo
                </MenuItem>
                <MenuItem icon={Archive} onAction={nothing} disabledReason="Noa can seal it.">
                  Seal the report
                </MenuItem>
                <MenuItem icon={Trash2} isDanger onAction={nothing}>
                  Forget this board here
                </MenuItem>
              </MenuSection>
            </Menu>
          </>
        }
        below={<PhaseTicks steps={steps} meetingAt="5" lookingAt={look} onLook={setLook} />}
      />
      <main className="flex flex-1 flex-col">
        <SplitPage
          paneLabel="In focus"
          pane={
            <EmptyQuestion>Nothing here yet. What is the first thing anyone saw?</EmptyQuestion>
          }
        >
          <PageHead title="Lessons" say="What did you wait for, search for, work around?" />
          <Skeleton lines={4} />
        </SplitPage>
      </main>
      <Dock
        sand={0.58}
        people={<NameList people={people(12)} details={(id) => `${id}, participant`} />}
      >
        <span className="text-s text-ink-2 max-half:hidden">9 of 20 seen</span>
        <span className="flex items-center gap-2">
          <b className="type-timer">16:20</b> <span className="text-s text-ink-2">left</span>
        </span>
        <Button look="ink" shortcut="j">
          Next event
        </Button>
        <Button className="max-half:hidden">
          Summary <Icon of={ArrowRight} />
        </Button>
      </Dock>
    </div>
  );
}

function Gallery() {
  const [isOpen, setOpen] = useState(false);
  const [role, setRole] = useState<"participant" | "observer">("participant");
  const [isDone, setDone] = useState(true);
  const [tab, setTab] = useState<"helped" | "slowed" | "differently" | "knowledge">("slowed");
  const [zone, setZone] = useState<"utc" | "local">();
  return (
    <div className="grid max-w-[90rem] grid-cols-12 gap-x-2 gap-y-9 laptop:gap-x-8 p-4 half:p-8">
      <header className="col-span-12 flex items-center gap-3">
        <BrandMark />
        <h1 className="font-story text-[1.5rem] leading-none font-medium">
          Second Story, states and parts
        </h1>
      </header>
      <Section title="Cards" span="col-span-12">
        <div className="grid items-start gap-x-6 gap-y-6 half:grid-cols-2 laptop:grid-cols-4">
          <Figure of="empty, number key of its column">
            <ComposeSlot shortcut="2" onPress={nothing}>
              Write a note
            </ComposeSlot>
          </Figure>
          <Figure of="writing">
            <NoteCard look="editing" foot="press Enter to keep it, Shift + Enter for a new line">
              We looked for the restore runbook
            </NoteCard>
          </Figure>
          <Figure of="mine, not shared yet">
            <NoteCard
              look="mine"
              foot={
                <>
                  <Icon of={Pencil} /> not shared yet
                  <Link className="ml-auto font-semibold">Share</Link>
                </>
              }
            >
              Queued hooks have a lifetime.
            </NoteCard>
          </Figure>
          <Figure of="for everybody">
            <NoteCard>Terabytes had to be copied from remote storage.</NoteCard>
          </Figure>
          <Figure of="Robin is writing in it">
            <NoteCard writer={{ name: "Robin", colour: 6 }}>
              Applications on one coast need a database
            </NoteCard>
          </Figure>
          <Figure of="in the spotlight">
            <NoteCard look="focus" foot="We are here">
              The status page knew only three colours.
            </NoteCard>
          </Figure>
          <Figure of="seen, with a reason">
            <NoteCard
              foot={
                <Link look="chip">
                  <Icon of={Link2} /> because of 07:46
                </Link>
              }
            >
              Our own blog depended on a service that was paused.
            </NoteCard>
          </Figure>
          <Figure of="removed, for 10 s and in undo">
            <NoteGone onPutBack={nothing} />
          </Figure>
          <Figure of="drop target: “Group with …”">
            <NoteCard look="target">The status page knew only three colours.</NoteCard>
          </Figure>
          <Figure of="lifted">
            <NoteCard look="lifted">
              Estimates assumed a straight line, recovery followed a curve.
            </NoteCard>
          </Figure>
          <Figure of="a long word">
            <div lang="de" className="w-48">
              <NoteCard>Die Datenbankwiederherstellungsreihenfolge stand nirgends.</NoteCard>
            </div>
          </Figure>
        </div>
      </Section>
      <Section title="Status pill" span="col-span-12 laptop:col-span-5">
        <ul className="grid gap-[.3rem]">
          {states.map(([state, note]) => (
            <li
              key={JSON.stringify(state)}
              className="grid items-center half:grid-cols-[17.5rem_1fr]"
            >
              <span>
                <StatusPill state={state} />
              </span>
              <small className="text-s leading-tight text-ink-3">{note}</small>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Event kinds"
        note="shape + word + colour"
        span="col-span-12 laptop:col-span-3"
      >
        <ul className="grid grid-cols-2 gap-x-4 gap-y-[.15rem]">
          {kinds.map(([word, family, isHollow]) => (
            <li key={word} className="flex items-center gap-[.6rem]">
              <EventGlyph family={family} isHollow={isHollow} /> {word}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Severity, strength"
        note="no colour at all"
        span="col-span-12 laptop:col-span-4"
      >
        <div className="mb-4 flex flex-wrap gap-6 text-s">
          {([4, 3, 2, 1, 0] as const).map((filled) => (
            <span key={filled} className="inline-flex items-center gap-2">
              <SeverityBars filled={filled} /> {filled === 0 ? "Near miss" : `SEV${5 - filled}`}
            </span>
          ))}
        </div>
        <div className="flex gap-8 text-s">
          {(["strong", "intermediate", "weak"] as const).map((word, index) => (
            <span key={word} className="inline-flex items-center gap-2">
              <Storeys filled={index === 0 ? 3 : index === 1 ? 2 : 1} /> {word}
            </span>
          ))}
        </div>
      </Section>
      <Section
        title="Look and lead"
        note="a pill, never a pull"
        span="col-span-12 laptop:col-span-7"
      >
        <div className="flex flex-wrap gap-4">
          <JoinPill action="Join" actionIcon={ArrowRight} onPress={nothing}>
            Meeting is at Lessons
          </JoinPill>
          <JoinPill tone="sheet" icon={Megaphone} action="Go there" onPress={nothing}>
            Noa asks everyone to event 23:15
          </JoinPill>
        </div>
        <div className="mt-5 grid gap-4">
          <NameList people={people(6)} />
          <NameList people={people(25)} />
          <NameList people={people(33)} />
        </div>
      </Section>
      <Section title="Fields" span="col-span-12 laptop:col-span-5">
        <div className="grid gap-4 half:grid-cols-2">
          <TextField label="Your name in this meeting" defaultValue="Quiet Heron" />
          <TextField
            label="Link"
            error="This is not a link to a board. Paste the whole address."
            defaultValue="foo"
          />
          <TextArea
            label="How did we become aware?"
            hint="Who or what noticed it first."
            defaultValue="A synthetic firewall test paged three minutes after the rollout."
          />
          <Select
            label="Times are in"
            options={[
              { id: "utc", label: "UTC" },
              { id: "local", label: "Europe/Berlin" },
            ]}
            value={zone}
            onChange={setZone}
          />
          <Checkbox isSelected={isDone} onChange={setDone}>
            Put the CPU guard back
          </Checkbox>
          <Checkbox isSelected onChange={nothing} disabledReason="The report is sealed.">
            Sealed
          </Checkbox>
          <SegmentedChoice
            label="Role"
            options={[
              { id: "participant", label: "Participant" },
              { id: "observer", label: "Read only" },
            ]}
            value={role}
            onChange={setRole}
          />
        </div>
      </Section>
      <Section
        title="Toasts"
        note="6 s, 10 s with an action; stay while hovered or focused"
        span="col-span-12 laptop:col-span-5"
      >
        <div className="flex flex-wrap gap-2">
          <Button
            onPress={() =>
              showToast({
                text: "Group taken apart.",
                action: { label: "Undo", onPress: nothing, shortcut: "mod+z" },
              })
            }
          >
            With an action
          </Button>
          <Button
            onPress={() => {
              showToast({ text: "Noa moved the meeting back to Timeline. Nothing is lost." });
              announce("Noa moved the meeting back to Timeline.");
            }}
          >
            Plain
          </Button>
        </div>
      </Section>
      <Section title="Empty" span="col-span-12 laptop:col-span-4">
        <div className="grid gap-4">
          <EmptyQuestion>Nothing here yet. What is the first thing anyone saw?</EmptyQuestion>
        </div>
      </Section>
      <Section title="Buttons" span="col-span-12 laptop:col-span-3">
        <div className="flex flex-wrap items-center gap-[.6rem]">
          <Button look="ink">Reveal 19 notes</Button>
          <Button look="you">I am ready</Button>
          <Button>
            <Icon of={SquareParking} /> Park an idea
          </Button>
          <Button look="quiet">Not now</Button>
          <Button disabledReason="Noa opens the vote.">Vote</Button>
          <Button size="icon" aria-label="Raise hand" tooltip="Raise hand">
            <Icon of={Hand} />
          </Button>
          <Button look="harm" onPress={() => setOpen(true)}>
            Delete this board
          </Button>
          <Button size="small">Invite</Button>
          <Button size="big" look="ink">
            New post-mortem
          </Button>
        </div>
      </Section>
      <Section title="Share" span="col-span-12 laptop:col-span-5">
        <div className="rounded-pop border border-line bg-sheet p-4 shadow-pop">
          <div className="flex flex-wrap items-start gap-5">
            <QrCode text="https://board.example.org/b/7kq2m9" label="QR code of the link" />
            <div className="min-w-0 flex-[1_1_12rem]">
              <h3 className="type-dialog">Invite people</h3>
              <p className="mt-1.5 mb-3 text-s leading-relaxed text-ink-2">
                Whoever has this link can write. No account, only a name.
              </p>
              <p className="mb-3 font-mono text-s break-all">
                board.example.org/b/7kq2m9 <span className="text-ink-3">#•••</span>
              </p>
              <Button look="ink" size="small" shortcut="i">
                <Icon of={Copy} /> Copy link
              </Button>
            </div>
          </div>
        </div>
      </Section>
      <Section title="Overlays, tabs, keys" span="col-span-12 laptop:col-span-7">
        <div className="mb-4 flex flex-wrap gap-2">
          <Popover
            trigger={<Button>Popover</Button>}
            title="You are offline"
            placement="bottom start"
          >
            <p className="mt-2">Go on writing. 3 changes are kept in this browser.</p>
          </Popover>
          <Button onPress={() => setOpen(true)}>Dialog</Button>
          <span className="inline-flex items-center gap-1">
            <Kbd>{keysText("mod+k")}</Kbd> <Kbd>J</Kbd>
          </span>
        </div>
        <Tabs
          label="Questions"
          selected={tab}
          onSelect={setTab}
          items={[
            { id: "helped", label: "Helped", count: 6, content: "What helped us?" },
            { id: "slowed", label: "Slowed", count: 6, content: "What slowed us down?" },
            { id: "differently", label: "Differently", count: 3, content: "…" },
            { id: "knowledge", label: "Knowledge", count: 4, content: "…" },
          ]}
        />
      </Section>
      <div className="col-span-12">
        <Frame />
      </div>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isAlert
        title="Delete this board for good?"
        actions={
          <>
            <Button look="harm" onPress={() => setOpen(false)}>
              Delete the board
            </Button>
            <Button onPress={() => setOpen(false)}>Keep it</Button>
          </>
        }
      >
        <p className="text-harm-ink">
          All events, notes and actions go, for everyone. Nobody can bring them back.
        </p>
      </Dialog>
      <ToastRegion />
      <LiveRegion />
    </div>
  );
}

const query = new URLSearchParams(location.search);
showTheme(themes.find((theme) => theme === query.get("theme")) ?? "system");
await speak(query.get("lang") === "de" ? "de" : "en");
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Gallery />
      </I18nProvider>
    </StrictMode>,
  );
