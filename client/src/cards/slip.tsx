// A note whose words were set aside: a folded slip in its place. It says to nobody whose it is.
import { Trans, useLingui } from "@lingui/react/macro";
import { FoldVertical, Trash2 } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { RewordButton } from "../aside/reword-button.tsx";
import { EraseItem } from "../erase/erase-item.tsx";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useSession } from "../room/use-session.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { MoreButton } from "../ui/more-button.tsx";
import { cardFocus } from "./focus-card.ts";
import { removeCardWithUndo } from "./remove-card-with-undo.ts";

export interface SlipProps {
  readonly id: CardId;
  /** A row stands between hairlines already. */
  readonly look?: "sheet" | "row";
  readonly className?: string | undefined;
}

/** The slip, and for whoever has its words the way to put it back. */
export default function Slip({ id, look = "sheet", className }: SlipProps) {
  const { t } = useLingui();
  const session = useSession();
  const readOnly = useReadOnlySentence();
  return (
    <div
      {...cardFocus(id)}
      tabIndex={-1}
      className={cx(
        "group/row flex items-center gap-3 rounded-sheet text-s text-ink-2",
        look === "sheet" && "my-px border border-dashed border-edge px-[.85rem] py-[.55rem]",
        className,
      )}
    >
      <Icon of={FoldVertical} className="shrink-0 text-ink-3" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-32 text-pretty">
          <Trans>Set aside until it is reworded</Trans>
        </span>
        <RewordButton id={id} />
      </div>
      {readOnly === undefined && (
        <Menu label={t`What to do with it`} trigger={<MoreButton label={t`More: a folded note`} />}>
          <MenuItem
            icon={Trash2}
            onAction={() => removeCardWithUndo(session, id)}
          >{t`Remove`}</MenuItem>
          <EraseItem id={id} />
        </Menu>
      )}
    </div>
  );
}
