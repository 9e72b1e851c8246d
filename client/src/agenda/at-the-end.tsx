import { Trans } from "@lingui/react/macro";
import { StillOpen } from "./still-open.tsx";
import { useStillOpen } from "./use-still-open.ts";

/** What is unfinished, in the last phase; nothing where nothing is. */
export function AtTheEnd() {
  const isOpen = useStillOpen().length > 0;
  if (!isOpen) return null;
  return (
    <>
      <h2 className="mt-8 type-column">
        <Trans>Still open</Trans>
      </h2>
      <StillOpen className="mt-2" />
    </>
  );
}
