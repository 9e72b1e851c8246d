// Which links there are to the board: made when and by whom, used by how many; a facilitator makes more and switches them off.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { linkIdOf, roles, type BoardId, type Role } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { ApiFailure } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { dropSecrets, keepSecret } from "../room/link-secrets.ts";
import { readLinks, type LinkOfBoard } from "../room/links-of-board.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { showToast } from "../ui/toast.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { LinkRow } from "./link-row.tsx";

/** The dialog behind “Links to the board”. */
export function LinksDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "links");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={t`Links to the board`}
      actions={
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <Links />
    </Dialog>
  );
}

function Links() {
  const { links, problem, read } = useLinks();
  const working = (links ?? []).filter(({ isOff }) => !isOff);
  const off = (links ?? []).length - working.length;
  return (
    <>
      {problem && (
        <div role="alert" className="grid justify-items-start gap-3">
          <p className="leading-relaxed text-harm-ink">{failureSentence(problem)}</p>
          <Button size="small" onPress={read}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      )}
      {!links && !problem && (
        <p className="py-4 text-ink-2">
          <Trans>One moment …</Trans>
        </p>
      )}
      {links && (
        <>
          <ul>
            {[...working].toSorted(byRole).map((link) => (
              <LinkRow key={link.link} link={link} onSwitchedOff={read} />
            ))}
          </ul>
          {working.length === 0 && (
            <p className="leading-relaxed text-ink-2">
              <Trans>No link works: nobody new can join. Whoever is on the board stays.</Trans>
            </p>
          )}
          {off > 0 && (
            <p className="border-t border-line py-3 text-s text-ink-2">
              <Plural value={off} one="# link is switched off." other="# links are switched off." />
            </p>
          )}
          <OneMore onMade={read} />
        </>
      )}
    </>
  );
}

/** Most rights first: that is the one to be careful with. */
const byRole = (a: LinkOfBoard, b: LinkOfBoard): number =>
  roles.indexOf(a.role) - roles.indexOf(b.role) || (a.madeAt ?? 0) - (b.madeAt ?? 0);

function OneMore({ onMade }: { readonly onMade: () => void }) {
  const { t } = useLingui();
  const word = useWords();
  const { boardId } = useSession();
  const request = useRequest();
  const reason = useLeadReason();
  const [role, setRole] = useState<Role>("participant");
  const make = async () => {
    const answer = await request({ type: "newLink", role });
    if (!answer.ok || answer.secret === undefined) return;
    keepSecret(boardId, role, answer.secret);
    onMade();
    showToast({ text: t`The link is made. The others go on working.` });
  };
  return (
    <div className="grid justify-items-start gap-3 border-t border-line pt-4">
      <h3 className="type-over">
        <Trans>One more link</Trans>
      </h3>
      <SegmentedChoice
        label={t`What the link allows`}
        options={(["participant", "observer", "facilitator"] as const).map((id) => ({
          id,
          label: word(`roles.${id}`),
        }))}
        value={role}
        onChange={setRole}
      />
      <Button disabledReason={reason} onPress={() => void make()}>
        <Trans>Make another link</Trans>
      </Button>
    </div>
  );
}

/** The links, read when the dialog opens and after each change. */
function useLinks() {
  const { boardId } = useSession();
  const [answer, setAnswer] = useState<readonly LinkOfBoard[] | ApiFailure>();
  useEffect(() => void linksOrFailure(boardId).then(setAnswer), [boardId]);
  const read = () => void linksOrFailure(boardId).then(setAnswer);
  return answer instanceof ApiFailure
    ? { links: undefined, problem: answer, read }
    : { links: answer, problem: undefined, read };
}

/** Reads the links; the secrets of those that are off are forgotten in this browser. */
async function linksOrFailure(board: BoardId): Promise<readonly LinkOfBoard[] | ApiFailure> {
  try {
    const links = await readLinks(board);
    dropDead(board, links);
    return links;
  } catch (failure) {
    if (failure instanceof ApiFailure) return failure;
    throw failure;
  }
}

function dropDead(board: BoardId, links: readonly LinkOfBoard[]): void {
  const dead = new Set(links.filter(({ isOff }) => isOff).map(({ link }) => link));
  dropSecrets(board, (secret) => {
    const link = linkIdOf(secret);
    return link !== undefined && dead.has(link);
  });
}
