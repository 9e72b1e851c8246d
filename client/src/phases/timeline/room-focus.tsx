// The event in focus for people five metres away, between its neighbours.
import { CircleQuestionMark } from "lucide-react";
import type { CardId, CardOf } from "@secondstory/shared";
import { StaticText } from "../../editor/static-text.tsx";
import type { WalkState } from "../../focus/use-walk.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { momentText } from "../../sections/timeline/event-when.tsx";
import { KindGlyph } from "../../sections/timeline/event-glyph.tsx";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Icon } from "../../ui/icon.tsx";

interface RoomFocusProps {
  readonly event: CardOf<"timeline">;
  readonly walk: WalkState;
}

/** The page of the room view while an event is in focus. */
export function RoomFocus({ event, walk }: RoomFocusProps) {
  const word = useWords();
  const language = useControl((control) => control.language);
  const questions = useBoard((board) => board.questions);
  const open = (questions.about[event.id] ?? []).filter((id) => questions.open.includes(id));
  return (
    <div className="flex flex-1 flex-col justify-center">
      <h1 tabIndex={-1} data-page-title className="sr-only">
        {word("phases.timeline.title")}
      </h1>
      <Neighbour id={walk.previous?.id} />
      <section
        aria-current
        data-row={event.id}
        className="relative grid grid-cols-[10rem_minmax(0,1fr)] gap-x-6 bg-sun-wash px-(--page) py-8 before:absolute before:inset-y-0 before:left-0 before:w-2 before:border-r before:border-(--sun-edge) before:bg-sun max-half:grid-cols-1"
      >
        <p className="text-right max-half:text-left">
          <Time event={event} className="block text-[2rem] leading-tight font-semibold" />
          <span className="mt-1 inline-flex items-center gap-1.5 text-l text-ink-2">
            <KindGlyph kind={event.fields.kind} />
            {word(`kinds.${event.fields.kind}`)}
          </span>
        </p>
        <div className="min-w-0">
          <StaticText
            text={event.text}
            lang={language}
            className="font-story text-[clamp(1.75rem,4vw,3.375rem)] leading-[1.15] tracking-[-.015em] [overflow-wrap:anywhere]"
          />
          <ul className="mt-4 grid gap-2">
            {open.map((id) => (
              <Question key={id} id={id} />
            ))}
          </ul>
        </div>
      </section>
      <Neighbour id={walk.next?.id} />
    </div>
  );
}

function Question({ id }: { readonly id: CardId }) {
  const words = useBoard(({ cards }) => cards[id]?.plain);
  return (
    <li className="flex items-start gap-3 font-story text-2xl leading-snug">
      <Icon of={CircleQuestionMark} className="mt-1.5 shrink-0" />
      {words}
    </li>
  );
}

/** What came before and what comes after, faint. */
function Neighbour({ id }: { readonly id: CardId | undefined }) {
  const card = useBoard(({ cards }) => id && cards[id]);
  if (!card || card.section !== "timeline") return <div className="min-h-24" />;
  return (
    <p className="grid min-h-24 grid-cols-[10rem_minmax(0,1fr)] items-center gap-x-6 px-(--page) py-4 text-ink-3 max-half:grid-cols-1">
      <Time event={card} className="text-right text-xl font-semibold max-half:text-left" />
      <span className="flex min-w-0 items-center gap-3">
        <KindGlyph kind={card.fields.kind} className="shrink-0" />
        <span className="line-clamp-2 font-story text-xl leading-snug">{card.plain}</span>
      </span>
    </p>
  );
}

function Time({
  event,
  className,
}: {
  readonly event: CardOf<"timeline">;
  readonly className: string;
}) {
  const { zone } = useTimeZone();
  const { when } = event.fields;
  return (
    <time className={className} {...(when && { dateTime: new Date(when.at).toISOString() })}>
      {when ? momentText(when, zone) : "–:–"}
    </time>
  );
}
