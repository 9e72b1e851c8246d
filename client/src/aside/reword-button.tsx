import { Trans } from "@lingui/react/macro";
import type { CardId } from "@secondstory/shared";
import { useIsSharing } from "../screen/sharing.ts";
import { TextButton } from "../ui/text-button.tsx";
import { reword } from "./rewording.ts";
import { useMyWordsOf } from "./use-kept-words.ts";

/** On a folded slip, for whoever has its words; nothing on a screen that others see. */
export function RewordButton({ id }: { readonly id: CardId }) {
  const isSharing = useIsSharing();
  const withMe = useMyWordsOf(id);
  if (!withMe || isSharing) return null;
  return (
    <TextButton onPress={() => reword(id)} className="font-medium text-you">
      <Trans>Say it another way …</Trans>
    </TextButton>
  );
}
