// What I say in a round that is written in silence: mine alone until all of it is revealed, signed.
import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "../../room/use-session.ts";
import { TextButton } from "../../ui/text-button.tsx";
import { focusDraft } from "../hidden/change-draft.ts";
import { passHidden } from "../hidden/open-draft.ts";
import { useClearShared } from "../hidden/use-clear-shared.ts";
import { OwnNotes } from "../hidden/own-notes.tsx";
import { useIsHidden, useOwnNotes, useUnderComposer } from "../hidden/use-writing.ts";

/** Whether there is something of mine alone in the check-in, or is to be. */
export function useIsSilent(): boolean {
  const isHidden = useIsHidden("check-in");
  const isWriting = useUnderComposer("check-in") !== undefined;
  return useOwnNotes("check-in").length > 0 || isHidden || isWriting;
}

/** The place to write it, what I wrote, and the pile of the others'. */
export function SilentVoice({ question }: { readonly question: string }) {
  const { t } = useLingui();
  const session = useSession();
  const isHidden = useIsHidden("check-in");
  const own = useOwnNotes("check-in");
  useClearShared();
  return (
    <div className="flex flex-col gap-2 py-4">
      <OwnNotes
        section="check-in"
        question={question}
        composer={{
          placeholder: t`In your own words`,
          label: question,
          isOff: own.length > 0,
          isSingle: true,
        }}
        noteLabel={t`My words`}
        isCompact={false}
        destinations={nowhere}
      />
      {isHidden && (
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 type-small">
          <p className="min-w-0 flex-1 basis-48 text-you">
            {t`Nobody else can see it until the reveal. Then your name stands on it.`}
          </p>
          {own.length === 0 && (
            <TextButton onPress={() => focusDraft(passHidden(session, "check-in"))}>
              <Trans>I pass</Trans>
            </TextButton>
          )}
        </div>
      )}
    </div>
  );
}

const nowhere = [] as const;
