// The moments all durations are measured between, as the events say them. Unknown is said; press one to add or change it.
import { Trans, useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { BoardMark, MarkKind } from "@secondstory/shared";
import { useLanguage, useWords } from "../../i18n/use-words.ts";
import { useBoard, useReadOnlyReason } from "../../room/use-room.ts";
import { momentText } from "../../sections/timeline/event-when.tsx";
import type { EventComposerState } from "../../sections/timeline/use-event-composer.ts";
import { dateText, shortDateText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { dateOf } from "../../time/zoned.ts";
import { focusRow } from "../../ui/row-list.tsx";

const kinds = [
  "impact_start",
  "detected",
  "mitigated",
  "resolved",
] as const satisfies readonly MarkKind[];

interface MarksRowProps {
  readonly composer: EventComposerState;
}

/** The four marks of the facts. */
export function MarksRow({ composer }: MarksRowProps) {
  const { zone } = useTimeZone();
  const language = useLanguage();
  const first = useBoard((board) => board.marks.impact_start ?? board.marks.detected);
  const day = first && dateOf(first.at, zone);
  return (
    <div>
      <ul className="grid grid-cols-2 rounded-sheet border border-line bg-sheet half:grid-cols-4">
        {kinds.map((kind) => (
          <li
            key={kind}
            className="border-line not-first:border-l nth-3:border-t nth-4:border-t max-half:nth-3:border-l-0 half:nth-3:border-t-0 half:nth-4:border-t-0"
          >
            <MarkCell kind={kind} composer={composer} day={day} />
          </li>
        ))}
      </ul>
      {day !== undefined && <p className="mt-2 text-s text-ink-2">{dateText(day, language)}</p>}
    </div>
  );
}

interface MarkCellProps extends MarksRowProps {
  readonly kind: MarkKind;
  /** The day that goes without saying. */
  readonly day: string | undefined;
}

function MarkCell({ kind, composer, day }: MarkCellProps) {
  const { t } = useLingui();
  const word = useWords();
  const mark = useBoard((board) => board.marks[kind]);
  const isReadOnly = useReadOnlyReason() !== undefined;
  const name = word(`kinds.${kind}`);
  const content = (
    <>
      <span className="block text-s text-ink-2">{name}</span>
      {mark ? (
        <MarkTime mark={mark} day={day} />
      ) : (
        <span className="block text-m leading-[1.65rem] text-ink-3">
          <Trans>unknown</Trans>
        </span>
      )}
    </>
  );
  const look = "grid size-full content-start px-2.5 py-2 text-left";
  if (isReadOnly) return <span className={look}>{content}</span>;
  return (
    <AriaButton
      className={`${look} hovered:bg-sunk`}
      {...(mark
        ? { "aria-description": t`Goes to the event` }
        : { "aria-description": t`Adds the event` })}
      onPress={() => {
        if (!mark || !focusRow(mark.event)) composer.open({ kind });
      }}
    >
      {content}
    </AriaButton>
  );
}

interface MarkTimeProps {
  readonly mark: BoardMark;
  readonly day: string | undefined;
}

function MarkTime({ mark, day }: MarkTimeProps) {
  const { zone } = useTimeZone();
  const language = useLanguage();
  const own = dateOf(mark.at, zone);
  const others = useBoard((board) =>
    mark.contestedBy
      .flatMap((id) => {
        const card = board.cards[id];
        return card?.section === "timeline" && card.fields.when
          ? [momentText(card.fields.when, zone)]
          : [];
      })
      .join(", "),
  );
  return (
    <>
      <span className="block text-column leading-[1.3] font-semibold">
        {momentText(mark, zone)}{" "}
        {own !== day && (
          <span className="block text-s font-normal text-ink-2">
            {shortDateText(own, language, Number(day?.slice(0, 4)))}
          </span>
        )}
      </span>
      {others !== "" && (
        <span className="block text-s text-ink-2">
          <Trans>contested, also {others}</Trans>
        </span>
      )}
    </>
  );
}
