// Offers the newer version that is there, once nobody is typing here: an offer that waits at the edge, takes no focus and
// does not time out.
import { Trans, useLingui } from "@lingui/react/macro";
import { RefreshCw, X } from "lucide-react";
import { useEffect, useState } from "react";
import { isTyping } from "../screen/is-typing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";

interface NewerVersionProps {
  /** Leaves this page for the newer version. Another function is another version. */
  readonly loadNewer: () => void;
}

/** Stays until it is taken or put off. One that was put off comes back with the next version, or the next visit. */
export default function NewerVersion({ loadNewer }: NewerVersionProps) {
  const [putOff, setPutOff] = useState<() => void>();
  const hasMoment = useMomentWithoutTyping();
  if (!hasMoment || putOff === loadNewer) return null;
  return <Offer onLoad={loadNewer} onLater={() => setPutOff(() => loadNewer)} />;
}

interface OfferProps {
  readonly onLoad: () => void;
  readonly onLater: () => void;
}

function Offer({ onLoad, onLater }: OfferProps) {
  const { t } = useLingui();
  useEffect(() => announce(t`A new version is ready. Reload the page whenever it suits you.`), [t]);
  return (
    <aside
      aria-label={t`New version`}
      data-screen-only
      className="pointer-events-none fixed inset-x-(--page) bottom-[calc(var(--dock)+env(safe-area-inset-bottom)+.75rem)] z-20 flex justify-center half:justify-end"
    >
      <div className="pointer-events-auto flex animate-[toast-in_var(--enter)_var(--ease)] items-center gap-2 rounded-pill bg-sheet py-[.3rem] pr-[.3rem] pl-4 text-m shadow-pop inset-ring inset-ring-edge">
        <Icon of={RefreshCw} className="text-ink-2 max-half:hidden" />
        <span className="leading-tight half:mr-1">
          <Trans>A new version is ready.</Trans>
        </span>
        <Button size="small" look="ink" onPress={onLoad} className="rounded-pill whitespace-nowrap">
          <Trans>Reload</Trans>
        </Button>
        <Button
          size="icon"
          look="quiet"
          onPress={onLater}
          aria-label={t`Not now`}
          tooltip={t`Not now`}
          className="rounded-pill"
        >
          <Icon of={X} />
        </Button>
      </div>
    </aside>
  );
}

/** False until the first moment in which the caret is in no field. */
function useMomentWithoutTyping(): boolean {
  const [hasCome, setCome] = useState(() => !isTyping());
  useEffect(() => {
    if (hasCome) return undefined;
    // While the focus moves on to the next field it is nowhere for a moment.
    const look = () => void setTimeout(() => setCome(!isTyping()));
    document.addEventListener("focusout", look);
    return () => document.removeEventListener("focusout", look);
  }, [hasCome]);
  return hasCome;
}
