// A note of mine that its column's reveal did not hold: it is mine alone until I share it, with somebody else's note or, when I
// say so, alone.
import { useLingui } from "@lingui/react/macro";
import { Pencil } from "lucide-react";
import { plainText, type Draft } from "@secondstory/shared";
import { useRequest } from "../../frame/use-request.ts";
import { useConnection } from "../../room/use-room.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";

interface LateProps {
  readonly draft: Draft;
}

/** The foot of a late note. */
export function ShareLate({ draft }: LateProps) {
  const { t } = useLingui();
  const request = useRequest();
  const readOnly = useReadOnlySentence();
  const isOnline = useConnection((connection) => connection.isOnline);
  const isBehind = useConnection((connection) => connection.isOwnBehind);
  const isWaiting = draft.waitsSince !== undefined;
  const offline = isOnline ? undefined : t`This needs the connection: the server shares it.`;
  const share = () =>
    void request({ type: "share", drafts: [draft.id], ...(isWaiting && { alone: true }) });
  if (isBehind) return <Unknown />;
  return (
    <>
      <Icon of={Pencil} />
      <span className="min-w-0 flex-1 text-pretty">
        {isWaiting
          ? t`waits for somebody else's note, so that nobody can tell whose it is`
          : t`not shared yet`}
      </span>
      <TextButton
        data-share
        onPress={share}
        disabledReason={readOnly ?? offline}
        className="shrink-0 font-semibold"
      >
        {isWaiting ? t`Share it alone` : t`Share`}
      </TextButton>
    </>
  );
}

/** Below a note that was begun before the reveal and still has my caret: what of it nobody else has. */
export function StillMine({ draft }: LateProps) {
  const { t } = useLingui();
  const isBehind = useConnection((connection) => connection.isOwnBehind);
  const left = draft.left && plainText(draft.left).trim();
  if (isBehind) return <Unknown />;
  return (
    <>
      <Icon of={Pencil} />
      {left
        ? t`The notes are revealed. Not shared yet: “${left}”`
        : t`The notes are revealed. What you go on to write is not shared yet.`}
    </>
  );
}

/** Back from an outage, until the server has said what of it was shared: the note may be on the board already. */
function Unknown() {
  const { t } = useLingui();
  return (
    <>
      <Icon of={Pencil} />
      {t`only you see this`}
    </>
  );
}
