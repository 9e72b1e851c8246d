import { useLingui } from "@lingui/react/macro";
import { Link2 } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { cardLink } from "../room/board-link.ts";
import { useSession } from "../room/use-session.ts";
import { copyText } from "../ui/copy-text.ts";
import { MenuItem } from "../ui/menu.tsx";
import { showToast } from "../ui/toast.tsx";

/** Copies the link that opens at a card; it holds no secret, so it may stand in any chat. */
export function CopyLinkItem({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const { boardId } = useSession();
  const copy = async () => {
    const link = cardLink(boardId, id);
    if (await copyText(link))
      showToast({ text: t`Link copied. It opens here for everyone who is on this board.` });
    else showToast({ text: t`Copy this link by hand: ${link}` });
  };
  return <MenuItem icon={Link2} onAction={() => void copy()}>{t`Copy link`}</MenuItem>;
}
