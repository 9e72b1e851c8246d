// How many questions are on an event, and whether some are open. A press opens them below its words.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { CircleQuestionMark, Check } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { useBoard } from "../../room/use-room.ts";
import { hideQuestions, showQuestions, useShownQuestions } from "../../screen/shown-questions.ts";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";

/** A chip beside the evidence of an event; nothing where nobody has asked. */
export function QuestionCount({ event }: { readonly event: CardId }) {
  const { t } = useLingui();
  const count = useBoard(({ questions }) => questions.about[event]?.length ?? 0);
  const open = useBoard(
    ({ questions }) =>
      questions.about[event]?.filter((id) => questions.open.includes(id)).length ?? 0,
  );
  const isShown = useShownQuestions((shown) => shown.event === event);
  if (count === 0) return null;
  return (
    <TextButton
      look="chip"
      aria-expanded={isShown}
      aria-label={
        open > 0
          ? t`${plural(count, { one: "# question", other: "# questions" })}, ${open} open`
          : t`${plural(count, { one: "# question", other: "# questions" })}, answered`
      }
      onPress={() => (isShown ? hideQuestions() : showQuestions(event))}
      className="inline-flex items-center gap-[.3em] no-underline! [text-decoration:none]"
    >
      <Icon of={open > 0 ? CircleQuestionMark : Check} />
      <span className={open > 0 ? "font-bold text-ink" : ""}>{open > 0 ? open : count}</span>
    </TextButton>
  );
}
