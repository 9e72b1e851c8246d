// Says to assistive technology that notes were revealed, and how many there are in which column.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { lessonSections } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { useSession } from "../../room/use-session.ts";
import { announce } from "../../ui/live-region.tsx";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";

/** The notes come with another document than the news that they are there. */
const settleMs = 800;

/** Announces each reveal that happens while the page is shown. */
export function useRevealSaid(): void {
  const { t } = useLingui();
  const say = useWords();
  const { boardView } = useSession();
  const hidden = useHiddenColumns(lessonSections);
  const before = useRef(hidden);
  useEffect(() => {
    const revealed = before.current.filter((section) => !hidden.includes(section));
    before.current = hidden;
    if (revealed.length === 0) return undefined;
    const timer = setTimeout(() => {
      const { order } = boardView.getState();
      const counts = revealed.map((section) => {
        const notes = plural(order[section].length, { one: "# note", other: "# notes" });
        return `${say(`sections.${section}.title`)} ${notes}.`;
      });
      announce([t`The notes are revealed.`, ...counts].join(" "));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [hidden, boardView, say, t]);
}
