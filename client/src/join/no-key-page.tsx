import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { BoardId } from "@secondstory/shared";
import type { ApiFailure } from "../room/api.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SitePage } from "../site/site-page.tsx";
import { joinFailureSentence } from "./join-failure-sentence.ts";
import { readLink } from "./read-link.ts";

/** The key is missing from the link, or does not work any more. Takes the whole link once more. */
export default function NoKeyPage({
  board,
  problem,
  onLink,
}: {
  readonly board: BoardId;
  readonly problem: ApiFailure | undefined;
  /** A link with a key: to this board, or to another. */
  readonly onLink: (board: BoardId, secret: string) => void;
}) {
  const { t } = useLingui();
  const isCardLink = new URLSearchParams(location.search).has("at");
  return (
    <SitePage>
      <div className="my-auto py-10">
        <h1 className="type-title">
          {problem
            ? t`This link does not open the board`
            : isCardLink
              ? t`You are not on this board yet`
              : t`The key is missing from this link`}
        </h1>
        <p className="mt-3 leading-relaxed text-ink-2">
          {problem ? (
            joinFailureSentence(problem)
          ) : isCardLink ? (
            <Trans>
              This link leads to a card, for those who are on the board; it has no key. Paste the
              link you were invited by, and the board opens at that card.
            </Trans>
          ) : (
            <Trans>
              A board opens with a link that ends in # and a key. Something on the way, a sign-in
              page for instance, has removed the key from yours. Open the original link once more,
              or paste it here.
            </Trans>
          )}
        </p>
        <LinkForm board={board} onLink={onLink} />
      </div>
    </SitePage>
  );
}

function LinkForm({
  board,
  onLink,
}: {
  readonly board: BoardId;
  readonly onLink: (board: BoardId, secret: string) => void;
}) {
  const { t } = useLingui();
  const [link, setLink] = useState("");
  const [error, setError] = useState<string>();
  const open = (event: FormEvent) => {
    event.preventDefault();
    const read = readLink(link, board);
    if (read) onLink(read.board, read.secret);
    else setError(t`This is not the whole link: it has no # with a key after it.`);
  };
  return (
    <form onSubmit={open} className="mt-6 grid gap-3">
      <TextField
        label={t`The whole link`}
        value={link}
        onChange={(next) => {
          setLink(next);
          setError(undefined);
        }}
        error={error}
        autoComplete="off"
        placeholder="https://…#…"
      />
      <Button type="submit" look="you" className="justify-self-start">
        <Trans>Open the board</Trans>
      </Button>
    </form>
  );
}
