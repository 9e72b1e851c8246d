import { Trans } from "@lingui/react/macro";
import { isLeft } from "@secondstory/shared";
import { openPanel } from "../screen/panels.ts";
import { timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { TextButton } from "../ui/text-button.tsx";
import { StandingWords } from "./standing-words.tsx";
import { useLateMinutes, useMeetingNow } from "./use-standing.ts";

/** When the meeting is to end, how it is doing, and the way to the agenda; stands in the sheet of the timer. */
export function AgainstAgenda({ onLeave }: { readonly onLeave: () => void }) {
  const { zone } = useTimeZone();
  const lateMinutes = useLateMinutes();
  const endsAt = useMeetingNow(({ plan: { run } }, at) =>
    run && !isLeft(run, at) ? run.endsAt : undefined,
  );
  return (
    <p className="border-t border-line pt-3 text-ink-2">
      {endsAt !== undefined && lateMinutes !== undefined && (
        <>
          <Trans>The meeting is to end at {timeText(endsAt, zone)}:</Trans>{" "}
          <StandingWords lateMinutes={lateMinutes} />
          {" · "}
        </>
      )}
      <TextButton
        onPress={() => {
          onLeave();
          openPanel("agenda");
        }}
      >
        <Trans>Agenda</Trans>
      </TextButton>
    </p>
  );
}
