// Where somebody's step stands as a condition, the board asks whoever wrote it which safeguards were meant to hold: privately,
// once, and never in the way.
import { Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useSyncExternalStore } from "react";
import { hasBegun, personIn, putQuestionBy, type CardId } from "@secondstory/shared";
import { useBoard, useControl, useReadOnlyReason } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { announce } from "../ui/live-region.tsx";
import { TextButton } from "../ui/text-button.tsx";

/** Below the text of a condition; nothing unless I wrote it and it speaks of somebody. */
export function SafeguardQuestion({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const { privateDoc, now } = useSession();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const isSharing = useIsSharing();
  const roster = useControl((control) => control.roster);
  const who = useBoard(({ cards }) =>
    personIn(
      cards[id]?.plain ?? "",
      Object.values(roster).map(({ name }) => name),
    ),
  );
  const isPutBy = useIsPutBy(id);
  if (who === undefined || isPutBy || isReadOnly || isSharing || !hasBegun(privateDoc, id))
    return null;
  const putBy = (what: CardId | typeof everyCondition) => {
    putQuestionBy(privateDoc, questionOf(what), now());
    announce(t`Not asked again.`);
  };
  return (
    <div
      role="group"
      aria-label={t`A question, only you see it`}
      className="mt-2 border-t-[1.5px] border-dashed border-you-line pt-1.5 font-ui text-s text-ink-2"
    >
      <p className="type-say text-m! text-ink">
        <Trans>
          Which safeguards were meant to hold when this was done, and how did it pass them?
        </Trans>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <TextButton onPress={goToSafeguards} className="font-medium text-you">
          <Trans>Add a safeguard</Trans>
        </TextButton>
        <TextButton look="plain" onPress={() => putBy(id)}>
          <Trans>Thanks, keep my words</Trans>
        </TextButton>
        <TextButton look="plain" onPress={() => putBy(everyCondition)}>
          <Trans>Do not ask again</Trans>
        </TextButton>
        <span className="ml-auto text-you">
          <Trans>only you see this</Trans>
        </span>
      </p>
    </div>
  );
}

const everyCondition = "all";

const questionOf = (what: CardId | typeof everyCondition): string => `safeguards:${what}`;

/** Whether I have put by this question, for this card or for every one. */
function useIsPutBy(id: CardId): boolean {
  const { putBy } = useSession().privateDoc;
  const subscribe = useCallback(
    (onChange: () => void) => {
      putBy.observe(onChange);
      return () => putBy.unobserve(onChange);
    },
    [putBy],
  );
  return useSyncExternalStore(
    subscribe,
    () => putBy.has(questionOf(id)) || putBy.has(questionOf(everyCondition)),
  );
}

function goToSafeguards(): void {
  document.querySelector<HTMLElement>('[data-composer="safeguards"] textarea')?.focus();
}
