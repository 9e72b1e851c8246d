// That there is a note for me, on the dock: never the note itself, and nothing on a screen that others see.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Mail } from "lucide-react";
import { useInbox } from "../room/use-inbox.ts";
import { openPanel } from "../screen/panels.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** Nothing while there is no new one. */
export function InboxLine() {
  const { t } = useLingui();
  const isSharing = useIsSharing();
  const count = useInbox().filter(({ readAt }) => readAt === null).length;
  if (isSharing || count === 0) return null;
  return (
    <div
      role="group"
      aria-label={t`Notes for you`}
      className="flex flex-wrap items-center gap-x-3 border-t border-line bg-you-wash px-(--page) py-1 text-s"
    >
      <Icon of={Mail} className="text-you" />
      <Plural value={count} one="# note for you" other="# notes for you" />
      <Button size="small" look="quiet" className="ml-auto" onPress={() => openPanel("inbox")}>
        <Trans>Read</Trans>
      </Button>
    </div>
  );
}
