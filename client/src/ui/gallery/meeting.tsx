import { ArrowRight, Copy, Megaphone } from "lucide-react";
import { Button } from "../button.tsx";
import { EmptyQuestion } from "../empty-question.tsx";
import { Icon } from "../icon.tsx";
import { JoinPill } from "../join-pill.tsx";
import { NameList } from "../name-list.tsx";
import { QrCode } from "../qr-code.tsx";
import { people } from "./people.ts";
import { nothing, Section } from "./section.tsx";

/** What tells about the meeting, and who is in it. */
export const LookAndLead = () => (
  <Section title="Look and lead" note="a pill, never a pull" span="col-span-12 laptop:col-span-7">
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
);

export const Empty = () => (
  <Section title="Empty" span="col-span-12 laptop:col-span-4">
    <div className="grid gap-4">
      <EmptyQuestion>Nothing here yet. What is the first thing anyone saw?</EmptyQuestion>
    </div>
  </Section>
);

export const Share = () => (
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
);
