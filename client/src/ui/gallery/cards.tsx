import { Link2, Pencil } from "lucide-react";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { ComposeSlot, NoteCard, NoteGone } from "../note-card.tsx";
import { Figure, nothing, Section } from "./section.tsx";

/** A note in all its states. */
export const Cards = () => (
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
);
