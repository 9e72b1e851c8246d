import { Trans } from "@lingui/react/macro";
import type { ApiFailure } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { SitePage } from "../site/site-page.tsx";
import { Button } from "../ui/button.tsx";

/** This browser does not know the board, and the server does not answer. */
export default function UnreachablePage({
  problem,
  onRetry,
}: {
  readonly problem: ApiFailure;
  readonly onRetry: () => void;
}) {
  return (
    <SitePage>
      <div className="my-auto py-10">
        <h1 className="type-title">
          <Trans>The board cannot be opened yet</Trans>
        </h1>
        <p className="mt-3 leading-relaxed text-ink-2">{failureSentence(problem)}</p>
        <div className="mt-5">
          <Button look="ink" onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      </div>
    </SitePage>
  );
}
