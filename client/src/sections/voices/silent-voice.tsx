// What I say in a round that is written in silence: mine alone until all of it is revealed, signed.
import { useLingui } from "@lingui/react/macro";
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
        <p className="type-small text-you">
          {t`Nobody else can see it until the reveal. Then your name stands on it.`}
        </p>
      )}
    </div>
  );
}

const nowhere = [] as const;
