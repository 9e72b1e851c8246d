import { useLingui } from "@lingui/react/macro";
import type { CardId } from "@secondstory/shared";
import { useAsideReason } from "../aside/use-aside-reason.ts";
import { EraseItem } from "../erase/erase-item.tsx";
import { useReadOnlyReason } from "../room/use-room.ts";
import { Menu } from "../ui/menu.tsx";
import { MoreButton } from "../ui/more-button.tsx";
import { AsideItem } from "./aside-item.tsx";

/** What can be done with what somebody else said in a round: for whoever may set it aside, and nothing for all others. */
export function VoiceMenu({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const reason = useAsideReason(id);
  if (isReadOnly || reason !== undefined) return null;
  return (
    <Menu label={t`What to do with it`} trigger={<MoreButton label={t`More for these words`} />}>
      <AsideItem id={id} />
      <EraseItem id={id} />
    </Menu>
  );
}
