// What belongs to the event in focus: its words large, questions, what was said, and for whoever leads what one could ask.
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleQuestionMark, EyeOff } from "lucide-react";
import { useState } from "react";
import { familyOf, type CardOf } from "@secondstory/shared";
import { StaticText } from "../../editor/static-text.tsx";
import { EvidenceChip } from "../../evidence/evidence-chip.tsx";
import { belongsTo } from "../../focus/use-untorn.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard, useControl, useRole } from "../../room/use-room.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { zoneText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { LevelMark } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { OutOfRow } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { NewQuestion } from "../questions/new-question.tsx";
import { Question } from "../questions/question.tsx";
import { KindGlyph } from "../timeline/event-glyph.tsx";
import { momentText } from "../timeline/event-when.tsx";
import { Remarks } from "./remarks.tsx";
import { youCouldAsk } from "./you-could-ask.ts";

interface InFocusEventProps {
  readonly event: CardOf<"timeline">;
  /** Its number on the walk, and of how many; 0 while it is not walked. */
  readonly number: number;
  readonly total: number;
  /** The group has gone on while somebody writes here. */
  readonly isElsewhere: boolean;
}

/** The pane beside the list. */
export function InFocusEvent({ event, number, total, isElsewhere }: InFocusEventProps) {
  const word = useWords();
  const { zone } = useTimeZone();
  const language = useControl((control) => control.language);
  const { kind, when } = event.fields;
  const kindText = word(`kinds.${kind}`);
  const inZone = zoneText(zone);
  const time = when && momentText({ ...when, approx: false }, zone);
  return (
    <div className="grid gap-4">
      <div>
        <p className="mb-2 flex items-center gap-2 text-s text-ink-2">
          {isElsewhere ? (
            <span className="font-semibold text-you">
              <Trans>You write here, the group is further</Trans>
            </span>
          ) : (
            <>
              <LevelMark />
              <span className="font-semibold text-ink">
                <Trans>We are here</Trans>
              </span>
            </>
          )}
          {number > 0 && (
            <span className="tabular-nums">
              {"· "}
              <Trans>
                event {number} of {total}
              </Trans>
            </span>
          )}
        </p>
        <StaticText
          text={event.text}
          lang={language}
          className="font-story text-topic leading-[1.32] [overflow-wrap:anywhere] hyphens-auto"
        />
        <p className="mt-2 flex flex-wrap items-center gap-x-1.5 text-s text-ink-2">
          <KindGlyph kind={kind} />
          {time === null ? (
            <Trans>{kindText}, no time yet</Trans>
          ) : when?.approx ? (
            <Trans>
              {kindText}, about {time} {inZone}
            </Trans>
          ) : (
            <Trans>
              {kindText}, {time} {inZone}
            </Trans>
          )}
        </p>
        {event.evidence.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-x-3">
            {event.evidence.map((piece) => (
              <EvidenceChip key={piece.id} piece={piece} />
            ))}
          </p>
        )}
      </div>
      <BelongsTo event={event} />
    </div>
  );
}

/** Questions, remarks and what one could ask, between hairlines. */
export function BelongsTo({ event }: { readonly event: CardOf<"timeline"> }) {
  return (
    <OutOfRow>
      <div {...belongsTo(event.id)} className="grid gap-4">
        <QuestionsHere key={event.id} event={event} />
        <div className="border-t border-line pt-3">
          <Remarks about={event.id} />
        </div>
        <YouCouldAsk event={event} />
      </div>
    </OutOfRow>
  );
}

function QuestionsHere({ event }: { readonly event: CardOf<"timeline"> }) {
  const { t } = useLingui();
  const ids = useBoard(({ questions }) => questions.about[event.id]);
  const readOnly = useReadOnlySentence();
  const [isAsking, setAsking] = useState(false);
  return (
    <section aria-label={t`Questions on this event`} className="border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-s font-semibold text-ink-2">
          <Trans>Questions</Trans>
        </h3>
        {!isAsking && (
          <TextButton
            className="inline-flex items-center gap-1 text-s"
            disabledReason={readOnly}
            onPress={() => setAsking(true)}
          >
            <Icon of={CircleQuestionMark} />
            <Trans>Ask a question</Trans>
          </TextButton>
        )}
      </div>
      {ids && (
        <ul className="mt-2 grid gap-3">
          {ids.map((id) => (
            <Question key={id} id={id} event={event} />
          ))}
        </ul>
      )}
      {isAsking && readOnly === undefined && (
        <NewQuestion
          event={event.id}
          onAdded={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** For whoever leads, and never on a screen that others may see. */
function YouCouldAsk({ event }: { readonly event: CardOf<"timeline"> }) {
  const isFacilitator = useRole() === "facilitator";
  const isSharing = useIsSharing();
  if (!isFacilitator || isSharing) return null;
  return (
    <section className="border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-s">
        <h3 className="font-semibold text-ink-2">
          <Trans>You could ask</Trans>
        </h3>
        <span className="inline-flex items-center gap-1 text-you">
          <Icon of={EyeOff} />
          <Trans>only you see this</Trans>
        </span>
      </div>
      <ul className="mt-1.5 grid gap-1.5 type-say">
        {youCouldAsk[familyOf(event.fields.kind)]().map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </section>
  );
}
