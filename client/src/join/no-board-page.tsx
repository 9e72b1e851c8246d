import { Trans } from "@lingui/react/macro";
import { SitePage } from "../site/site-page.tsx";
import { Link } from "../ui/link.tsx";

/** There is no board at this address. */
export default function NoBoardPage() {
  return (
    <SitePage>
      <div className="my-auto py-10">
        <h1 className="type-title">
          <Trans>There is no board here</Trans>
        </h1>
        <p className="mt-3 leading-relaxed text-ink-2">
          <Trans>
            The link is not complete, or somebody has deleted the board. Copy the whole link once
            more, or ask for it anew.
          </Trans>
        </p>
        <p className="mt-5">
          <Link href="/">
            <Trans>To the first page</Trans>
          </Link>
        </p>
      </div>
    </SitePage>
  );
}
