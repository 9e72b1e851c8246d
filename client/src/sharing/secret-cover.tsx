// Where something secret would stand while others may see this screen: it says that it is there, and a deliberate press
// shows it.
import { Trans } from "@lingui/react/macro";
import { EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useIsSharing } from "../screen/sharing.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { TextButton } from "../ui/text-button.tsx";

interface SecretCoverProps {
  /** What is not drawn while the screen is shared. */
  readonly children: ReactNode;
  /** The size of what it covers. */
  readonly className?: string | undefined;
}

/** Draws what is inside, unless this screen is shared. Whoever shows it all the same shows it until it leaves the screen. */
export function SecretCover({ children, className }: SecretCoverProps) {
  const isSharing = useIsSharing();
  const [isShown, setShown] = useState(false);
  if (!isSharing || isShown) return children;
  return (
    <div
      className={cx(
        "grid shrink-0 place-content-center justify-items-center gap-2 rounded-sheet border border-dashed border-you-line bg-you-wash p-4 text-center text-s text-balance text-ink-2",
        className,
      )}
    >
      <Icon of={EyeOff} className="text-you" />
      <p>
        <Trans>Hidden while others may see your screen</Trans>
      </p>
      <TextButton onPress={() => setShown(true)}>
        <Trans>Show anyway</Trans>
      </TextButton>
    </div>
  );
}
