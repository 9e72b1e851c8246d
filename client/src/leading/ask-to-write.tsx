// What an observer has in the dock: they read along, and may say that they can add something.
import { Trans, useLingui } from "@lingui/react/macro";
import { Eye, Hand } from "lucide-react";
import { useConnection, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { useRequest } from "../frame/use-request.ts";

/** Asks to be let write, takes it back, and shows what became of it. */
export function AskToWrite() {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const ask = useControl(({ asks }) => asks[me]);
  const isOnline = useConnection((connection) => connection.isOnline);
  const offline = isOnline ? undefined : t`Asking needs the connection.`;
  if (ask?.declinedAt === null)
    return (
      <p
        role="status"
        className="flex flex-wrap items-center justify-end gap-x-2 text-s text-ink-2"
      >
        <Trans>Asked.</Trans>
        <span className="max-half:sr-only">
          <Trans>As soon as a facilitator agrees, you can write.</Trans>
        </span>
        <TextButton disabledReason={offline} onPress={() => void request({ type: "withdrawAsk" })}>
          <Trans>Take it back</Trans>
        </TextButton>
      </p>
    );
  return (
    <>
      <span className="flex items-center gap-2 text-s text-ink-2 max-half:hidden">
        <Icon of={Eye} />
        {ask ? <Trans>Not just now, the facilitators say.</Trans> : <Trans>Reading along</Trans>}
      </span>
      <Button
        size="small"
        disabledReason={offline}
        onPress={() => void request({ type: "askToWrite" })}
      >
        <Icon of={Hand} />
        <Trans>I can add something</Trans>
      </Button>
    </>
  );
}
