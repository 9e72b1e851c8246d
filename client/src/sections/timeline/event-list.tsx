// The events in the order of time: days, events, quiet stretches with a question, and at the end those without a time yet.
import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, useCallback, useMemo, type ReactNode } from "react";
import type { CardId } from "@secondstory/shared";
import { useSectionCards } from "../../cards/use-section-cards.ts";
import { useReadOnlyReason, useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { useLanguage, useWords } from "../../i18n/use-words.ts";
import { durationText, longDateText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { RowList } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { EventComposer } from "./event-composer.tsx";
import { EventRow } from "./event-row.tsx";
import { eventRows, type EventRow as Row } from "./event-rows.ts";
import { eventTimesSelector } from "./event-times.ts";
import { Cut, PlainRail } from "./rail.tsx";
import type { EventComposerState } from "./use-event-composer.ts";
import "./timeline.css";

interface EventListProps {
  readonly composer: EventComposerState;
  /** The page walks the events together. */
  readonly isWalked?: boolean;
  /** What stands there while there is no event. */
  readonly empty?: ReactNode;
}

/** The list of events, with the composer where it was opened. */
export function EventList({ composer, isWalked = false, empty }: EventListProps) {
  const session = useSession();
  const word = useWords();
  const { zone } = useTimeZone();
  const ids = useSectionCards("timeline");
  const selectTimes = useMemo(() => eventTimesSelector(ids), [ids]);
  const times = useBoard(selectTimes);
  const marks = useBoard((board) => board.marks);
  const rows = useMemo(() => eventRows(times, marks, zone), [times, marks, zone]);
  const canWrite = useReadOnlyReason() === undefined;
  const { start, open } = composer;
  const openAfter = useCallback(
    (id: CardId) => {
      const card = session.boardView.getState().cards[id];
      const when = card?.section === "timeline" ? card.fields.when : null;
      open({ below: id, after: when?.at });
    },
    [session, open],
  );
  const form = canWrite && start ? <EventComposer composer={composer} /> : null;
  const isBelowRow = start?.below !== undefined && rows.some(({ key }) => key === start.below);
  return (
    <div className="event-list">
      {!isBelowRow && form && <div className="event-inset">{form}</div>}
      {rows.length === 0 && empty}
      <RowList label={word("sections.timeline.title")}>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <li>
              {row.type === "event" ? (
                <EventRow
                  id={row.id}
                  before={row.before}
                  after={row.after}
                  isFirst={row.isFirst}
                  isLast={row.isLast}
                  isWalked={isWalked}
                  onAddAfter={openAfter}
                />
              ) : (
                <Line
                  row={row}
                  onAsk={
                    canWrite && row.type === "quiet"
                      ? () => open({ below: row.key, after: row.from })
                      : undefined
                  }
                />
              )}
            </li>
            {isBelowRow && start?.below === row.key && <li className="event-inset">{form}</li>}
          </Fragment>
        ))}
      </RowList>
    </div>
  );
}

interface LineProps {
  readonly row: Exclude<Row, { readonly type: "event" }>;
  readonly onAsk: (() => void) | undefined;
}

/** A line between events: a day, a quiet stretch, the beginning of those without a time. */
function Line({ row, onAsk }: LineProps) {
  const language = useLanguage();
  const { t } = useLingui();
  if (row.type === "untimed")
    return (
      <h3 className="event-inset pt-4 pb-1 text-s font-semibold text-ink-2">{t`No time yet`}</h3>
    );
  if (row.type === "day")
    return (
      <div className="event-line min-h-[2.1rem] items-center">
        <PlainRail band={row.band} />
        <h3 className="col-start-3 text-s font-semibold">{longDateText(row.date, language)}</h3>
      </div>
    );
  const duration = durationText(row.durationMs, language);
  return (
    <div className="event-line min-h-[2.6rem] items-center text-s text-ink-3">
      <PlainRail band={row.band}>
        <Cut />
      </PlainRail>
      <span className="col-start-3 flex flex-wrap items-center gap-x-3 py-1">
        <Trans>{duration} without an entry</Trans>
        {onAsk && (
          <TextButton onPress={onAsk} className="text-ink-2 coarse:py-3">
            <Trans>What happened in between?</Trans>
          </TextButton>
        )}
        <span aria-hidden className="min-w-6 flex-1 border-t border-dashed border-line" />
      </span>
    </div>
  );
}
