// That the end is near, on the dock of whoever leads, with the ways to end: from some minutes before it on, until somebody
// says that they know.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Hourglass, X } from "lucide-react";
import { useEffect, useState } from "react";
import { isEndNear } from "@secondstory/shared";
import { openPanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { useMeetingNow } from "./use-standing.ts";

/** Nothing while there is time. */
export function EndingLine() {
  const { t } = useLingui();
  const endsAt = useMeetingNow((control, at) =>
    isEndNear(control, at) ? control.plan.run?.endsAt : undefined,
  );
  const left = useMeetingNow(({ plan: { run } }, at) =>
    run ? Math.ceil((run.endsAt - at) / 60_000) : 0,
  );
  const [known, setKnown] = useState<number>();
  const isTold = endsAt !== undefined && endsAt !== known;
  useEffect(() => {
    if (isTold) announce(t`The end of the meeting is near.`);
  }, [isTold, t]);
  if (!isTold) return null;
  return (
    <div
      role="group"
      aria-label={t`The end of the meeting`}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-sheet px-(--page) py-1.5 text-s"
    >
      <Icon of={Hourglass} className="text-ink-2" />
      <span>
        {left > 0 ? (
          <Plural
            value={left}
            one="The meeting is to end in # minute."
            other="The meeting is to end in # minutes."
          />
        ) : (
          <Trans>The meeting was to be over by now.</Trans>
        )}
      </span>
      <span className="ml-auto flex items-center gap-1">
        <Button size="small" onPress={() => openPanel("ending")}>
          <Trans>How do we end?</Trans>
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={t`I know`}
          tooltip={t`I know`}
          onPress={() => setKnown(endsAt)}
        >
          <Icon of={X} />
        </Button>
      </span>
    </div>
  );
}
