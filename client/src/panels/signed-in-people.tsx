// Where the server stands behind a company's sign-in: whether whoever is signed in may come without a key.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { readSummary } from "../room/api.ts";
import { boardAddress } from "../room/board-link.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { copyText } from "../ui/copy-text.ts";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";

/** The choice, for boards behind a sign-in; elsewhere nothing. */
export function SignedInPeople() {
  const { t } = useLingui();
  const { boardId } = useSession();
  const request = useRequest();
  const cannotLead = useLeadReason();
  const admits = useControl(({ admitsSignedIn }) => admitsSignedIn);
  const isSignedIn = useIsSignedIn();
  if (!isSignedIn && !admits) return null;
  const address = boardAddress(boardId);
  const copy = async () => {
    if (await copyText(address)) showToast({ text: t`Address copied.` });
    else showToast({ text: address });
  };
  return (
    <div className="mt-5 grid gap-1 border-t border-line pt-3">
      <Checkbox
        isSelected={admits}
        onChange={(admit) => void request({ type: "admitSignedIn", admit })}
        disabledReason={cannotLead}
      >
        <Trans>Everybody who is signed in at your company can join without a key</Trans>
      </Checkbox>
      {admits && (
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pl-7 text-s text-ink-2">
          <Trans>The board’s address is enough for them.</Trans>
          <TextButton onPress={() => void copy()}>
            <Trans>Copy the address</Trans>
          </TextButton>
        </p>
      )}
    </div>
  );
}

/** Whether this browser came through a sign-in, as far as the server answers. */
function useIsSignedIn(): boolean {
  const { boardId } = useSession();
  const [isSignedIn, setSignedIn] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    readSummary(boardId).then(
      ({ signedInAs }) => isCurrent && setSignedIn(signedInAs !== undefined),
      () => undefined, // without an answer nothing is offered
    );
    return () => {
      isCurrent = false;
    };
  }, [boardId]);
  return isSignedIn;
}
