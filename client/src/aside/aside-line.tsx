// That words of mine came back to me, on the dock: never the words, and nothing on a screen that others see.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { FoldVertical } from "lucide-react";
import { useEffect, useRef } from "react";
import { useIsSharing } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { reword } from "./rewording.ts";
import { useKeptWords } from "./use-kept-words.ts";

/** Nothing while no note of mine is set aside. */
export function AsideLine() {
  const { t } = useLingui();
  const isSharing = useIsSharing();
  const withMe = useKeptWords();
  const count = withMe.length;
  const areMine = withMe.every(({ kept }) => kept?.isMine !== false);
  const last = useRef(0);
  useEffect(() => {
    const isMore = count > last.current;
    last.current = count;
    if (isMore && !isSharing) announce(t`A note was set aside, and its words are with you.`);
  }, [count, isSharing, t]);
  if (isSharing || count === 0) return null;
  return (
    <div
      role="group"
      aria-label={t`Set aside, only you see this`}
      className="flex flex-wrap items-center gap-x-3 border-t border-line bg-you-wash px-(--page) py-1 text-s"
    >
      <Icon of={FoldVertical} className="shrink-0 text-you" />
      <span className="min-w-0 flex-1 basis-48">
        {areMine ? (
          <Plural
            value={count}
            one="A note of yours is set aside. Only you see this."
            other="# notes of yours are set aside. Only you see this."
          />
        ) : (
          <Plural
            value={count}
            one="The words of a note that is set aside are with you."
            other="The words of # notes that are set aside are with you."
          />
        )}
      </span>
      <Button size="small" look="quiet" className="ml-auto" onPress={() => reword(undefined)}>
        <Trans>Say it another way …</Trans>
      </Button>
    </div>
  );
}
