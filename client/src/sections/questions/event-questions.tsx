// The questions on an event, open below its words: read, answered, and the field of a new one.
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleQuestionMark } from "lucide-react";
import { useEffect, useRef } from "react";
import type { CardOf } from "@secondstory/shared";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard } from "../../room/use-room.ts";
import { hideQuestions, showQuestions, useShownQuestions } from "../../screen/shown-questions.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { focusRow, OutOfRow } from "../../ui/row-list.tsx";
import { NewQuestion } from "./new-question.tsx";
import { Question } from "./question.tsx";

/** Loaded when questions are first opened. */
export default function EventQuestions({ event }: { readonly event: CardOf<"timeline"> }) {
  const { t } = useLingui();
  const ids = useBoard(({ questions }) => questions.about[event.id]);
  const isAsking = useShownQuestions((shown) => shown.isAsking);
  const readOnly = useReadOnlySentence();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isAsking) panel.current?.querySelector<HTMLElement>("button, [tabindex='0']")?.focus();
  }, [isAsking]);
  const close = () => {
    hideQuestions();
    focusRow(event.id);
  };
  return (
    <OutOfRow>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens to keys of what is inside */}
      <section
        ref={panel}
        aria-label={t`Questions on this event`}
        className="mt-2 max-w-160 rounded-sheet border border-line bg-sheet px-4 py-3"
        // Esc in a field closes that; from anywhere else it closes the list.
        onKeyDown={(key) => {
          if (key.key !== "Escape" || key.defaultPrevented) return;
          key.preventDefault();
          close();
        }}
      >
        {ids && (
          <ul className="grid gap-3.5">
            {ids.map((id) => (
              <Question key={id} id={id} event={event} />
            ))}
          </ul>
        )}
        {isAsking && readOnly === undefined ? (
          <NewQuestion
            event={event.id}
            onAdded={() => showQuestions(event.id)}
            onClose={() => (ids ? showQuestions(event.id) : close())}
          />
        ) : (
          <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3">
            <Button
              size="small"
              disabledReason={readOnly}
              onPress={() => showQuestions(event.id, true)}
            >
              <Icon of={CircleQuestionMark} />
              <Trans>Ask a question</Trans>
            </Button>
            <Button size="small" look="quiet" onPress={close}>
              <Trans>Close</Trans>
            </Button>
          </div>
        )}
      </section>
    </OutOfRow>
  );
}
