import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { boardLink } from "../room/board-link.ts";
import { knownBoard } from "../room/known-boards.ts";
import { knownSecret } from "../room/link-secrets.ts";
import type { LinkOfBoard } from "../room/links-of-board.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { SecretCover } from "../sharing/secret-cover.tsx";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Icon } from "../ui/icon.tsx";
import { showToast } from "../ui/toast.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";

interface LinkRowProps {
  readonly link: LinkOfBoard;
  readonly onSwitchedOff: () => void;
}

/** A link that works: where it comes from, who came by it, and the two things to do with it. */
export function LinkRow({ link, onSwitchedOff }: LinkRowProps) {
  const { t } = useLingui();
  const word = useWords();
  const reason = useLeadReason();
  const { boardId } = useSession();
  const [isAsking, setAsking] = useState(false);
  const [byHand, setByHand] = useState<string>();
  const secret = knownSecret(knownBoard(boardId), link.link);
  const role = word(`roles.${link.role}`);
  const copy = async (text: string) => {
    if (await copyText(text)) showToast({ text: t`Link copied.` });
    else setByHand(text);
  };
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <div>
        <h3 className="font-semibold">{role}</h3>
        <p className="text-s leading-relaxed text-ink-2">
          <Made link={link} />{" "}
          <Plural
            value={link.usedBy.length}
            _0="Nobody has come by it yet."
            one="# person came by it."
            other="# people came by it."
          />
        </p>
        {secret === undefined && (
          <p className="text-s leading-relaxed text-ink-2">
            <Trans>Its key is not on this device, so it can only be switched off here.</Trans>
          </p>
        )}
        {byHand !== undefined && (
          <SecretCover className="mt-1">
            <p className="mt-1 font-mono text-s leading-snug break-all select-all">{byHand}</p>
          </SecretCover>
        )}
      </div>
      {isAsking ? (
        <SwitchOff
          link={link}
          onDone={(isOff) => {
            setAsking(false);
            if (isOff) onSwitchedOff();
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {secret !== undefined && (
            <Button
              size="small"
              aria-label={t`Copy link: ${role}`}
              onPress={() => void copy(boardLink(boardId, secret))}
            >
              <Icon of={Copy} /> <Trans>Copy link</Trans>
            </Button>
          )}
          <Button
            size="small"
            aria-label={t`Switch off: ${role}`}
            disabledReason={reason}
            onPress={() => setAsking(true)}
          >
            <Trans>Switch off …</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

/** When it was made and by whom, as far as that is known. */
function Made({ link: { madeAt, madeBy } }: Pick<LinkRowProps, "link">) {
  const { i18n } = useLingui();
  const name = useControl(({ roster }) => (madeBy ? roster[madeBy]?.name : undefined));
  const isFirst = useControl(({ createdAt }) => madeAt === createdAt);
  if (madeAt === undefined) return null;
  const when = i18n.date(new Date(madeAt), { dateStyle: "medium", timeStyle: "short" });
  if (isFirst) return <Trans>Came with the board.</Trans>;
  if (name !== undefined)
    return (
      <Trans>
        {name} made it, {when}.
      </Trans>
    );
  return <Trans>Made {when}.</Trans>;
}

interface SwitchOffProps {
  readonly link: LinkOfBoard;
  readonly onDone: (isOff: boolean) => void;
}

function SwitchOff({ link, onDone }: SwitchOffProps) {
  const request = useRequest();
  const switchOff = async () => {
    const answer = await request({ type: "switchOffLink", link: link.link });
    onDone(answer.ok);
  };
  return (
    <div className="grid gap-2 rounded-control border border-line p-3">
      <p className="leading-relaxed text-harm-ink">
        <Trans>
          Then nobody joins by this link any more, printed and sent copies included. Whoever is on
          the board already stays on it.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="harm" onPress={() => void switchOff()}>
          <Trans>Switch the link off</Trans>
        </Button>
        <Button size="small" onPress={() => onDone(false)}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </div>
  );
}
