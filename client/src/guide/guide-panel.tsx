// The guide of whoever leads: what the phase is for, what to ask, what helps and what does not. Nobody else sees it, and no
// screen that others look at shows it.
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown, ChevronUp, EyeOff } from "lucide-react";
import { useId } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { PhaseId } from "@secondstory/shared";
import { guideTo } from "@secondstory/shared/guide";
import { useLanguage } from "../i18n/use-words.ts";
import { useControl, useRole } from "../room/use-room.ts";
import { setGuideOpen, useGuideFold } from "../screen/guide-fold.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";

/** One line below the top bar, which unfolds. */
export default function GuidePanel({ phase }: { readonly phase: PhaseId }) {
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isSharing = useIsSharing();
  return isFacilitator && !isSealed && !isSharing ? <Guide phase={phase} /> : null;
}

function Guide({ phase }: { readonly phase: PhaseId }) {
  const { t } = useLingui();
  const id = useId();
  const language = useLanguage();
  const isOpen = useGuideFold((fold) => fold.isOpen);
  const { purpose, ask, helps, hinders } = guideTo(phase, language);
  return (
    <aside aria-label={t`For whoever leads`} className="border-b border-line px-(--page) py-1">
      <div className="flex items-center gap-x-4">
        <p
          className={cx(
            "min-w-0 flex-1 py-1 font-story text-m leading-snug text-pretty text-ink-2 italic",
            !isOpen && "max-half:line-clamp-1",
          )}
        >
          {purpose}
        </p>
        <span data-guide-fold className="flex shrink-0 items-center gap-2 text-s">
          <span className="flex items-center gap-1.5 font-medium text-you max-laptop:hidden">
            <Icon of={EyeOff} /> <Trans>only you see this</Trans>
          </span>
          <AriaButton
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setGuideOpen(!isOpen)}
            className="-mr-2 inline-flex min-h-8 items-center gap-1.5 rounded-control px-2 font-medium text-ink-2 hovered:bg-sunk hovered:text-ink coarse:min-h-11"
          >
            <Trans>Guide</Trans>
            <Icon of={isOpen ? ChevronUp : ChevronDown} />
          </AriaButton>
        </span>
      </div>
      <div id={id}>
        {isOpen && (
          <div className="grid max-h-[40vh] gap-x-10 gap-y-4 overflow-y-auto pt-2 pb-4 laptop:grid-cols-[2fr_1fr_1fr]">
            <Sentences title={t`You could ask`} of={ask} isAloud />
            <Sentences title={t`It helps`} of={helps} />
            <Sentences title={t`Rather not`} of={hinders} />
            <p className="flex items-center gap-1.5 text-s font-medium text-you laptop:hidden">
              <Icon of={EyeOff} /> <Trans>only you see this</Trans>
            </p>
          </div>
        )}
      </div>
    </aside>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly of: readonly string[];
  /** Words that are meant to be said. */
  readonly isAloud?: boolean;
}

function Sentences({ title, of, isAloud = false }: SentencesProps) {
  return (
    <section>
      <h2 className="type-over">{title}</h2>
      <ul
        className={
          isAloud
            ? "mt-1.5 gap-x-8 font-story text-m leading-snug text-pretty italic laptop:columns-2"
            : "mt-1.5 text-s leading-snug text-pretty text-ink-2"
        }
      >
        {of.map((sentence) => (
          <li key={sentence} className="mb-1.5 break-inside-avoid">
            {isAloud ? <q>{sentence}</q> : sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
