import { Trans } from "@lingui/react/macro";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlyReason } from "../../room/use-room.ts";
import { NothingYet } from "../../ui/nothing-yet.tsx";
import { KindGlyph } from "./event-glyph.tsx";

/** An example in the place of the first event, which takes its place; for whoever may add one. */
export function EmptyTimeline() {
  const word = useWords();
  const isReadOnly = useReadOnlyReason() !== undefined;
  if (isReadOnly)
    return (
      <div className="event-inset py-2">
        <NothingYet />
      </div>
    );
  return (
    <div className="event-grid text-ink-3">
      <span className="event-time type-time font-normal! text-ink-2">09:59</span>
      <span className="event-rail pt-[.62rem]">
        <KindGlyph kind="change" className="-mt-px block" />
      </span>
      <p className="event-text max-w-160 type-note leading-[1.45rem]! italic">
        <Trans>
          An example: pool size goes from 200 to 20 in a config change, rollout starts. Your first
          event takes its place.
        </Trans>
      </p>
      <span className="event-sub">
        <span className="event-kind text-s leading-[1.45rem] font-medium text-ink-2">
          {word("kinds.change")}
        </span>
      </span>
    </div>
  );
}
