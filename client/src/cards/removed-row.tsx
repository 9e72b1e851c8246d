import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { CardId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { cx } from "../ui/cx.ts";
import { TextButton } from "../ui/text-button.tsx";
import { cardFocus } from "./focus-card.ts";
import { putBack } from "./remove-card-with-undo.ts";

interface RemovedRowProps {
  readonly id: CardId;
  readonly className?: string;
  /** “Action removed”. */
  readonly children: ReactNode;
}

/** Where a row was until a moment ago. */
export function RemovedRow({ id, className, children }: RemovedRowProps) {
  const session = useSession();
  return (
    <div
      {...cardFocus(id)}
      tabIndex={-1}
      className={cx(
        "my-1 flex items-center gap-3 rounded-sheet border border-dashed border-edge px-[.85rem] py-[.55rem] text-s text-ink-3",
        className,
      )}
    >
      {children}
      <TextButton onPress={() => putBack(session, id)} className="font-semibold text-ink">
        <Trans>Put it back</Trans>
      </TextButton>
    </div>
  );
}
