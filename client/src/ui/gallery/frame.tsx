import { i18n } from "@lingui/core";
import { Archive, ArrowRight, Ellipsis, Trash2, Undo2, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { Dock } from "../dock.tsx";
import { EmptyQuestion } from "../empty-question.tsx";
import { BrandMark } from "../glyphs.tsx";
import { Icon } from "../icon.tsx";
import { JoinPill } from "../join-pill.tsx";
import { Menu, MenuChoice, MenuItem, MenuSection } from "../menu.tsx";
import { NameList } from "../name-list.tsx";
import { PageHead } from "../page-head.tsx";
import { PhasePath, PhaseTicks } from "../phase-path.tsx";
import { SandLine } from "../sand-line.tsx";
import { Skeleton } from "../skeleton.tsx";
import { SplitPage } from "../split-page.tsx";
import { StatusPill } from "../status-pill.tsx";
import { showToast } from "../toast.tsx";
import { TopBar } from "../top-bar.tsx";
import { people } from "./people.ts";
import { nothing } from "./section.tsx";

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

/** The frame of a board. */
export function Frame() {
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
      <Dock people={<NameList people={people(12)} details={(id) => `${id}, participant`} />}>
        <SandLine used={0.58} />
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
