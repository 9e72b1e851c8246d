// The question of the pulse, while it is asked: five suns, one of them mine.
import { Trans, useLingui } from "@lingui/react/macro";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { pulsePositions, type PhaseId } from "@secondstory/shared";
import { SecretCover } from "../sharing/secret-cover.tsx";
import { Sun } from "./sun.tsx";
import { usePositionNames } from "./use-position-names.ts";
import { usePulseAnswer } from "./use-pulse-answer.ts";

/** My answer, which only I see; not drawn while others may see this screen. */
export function PulseQuestion({ phase }: { readonly phase: PhaseId }) {
  const { t } = useLingui();
  const names = usePositionNames();
  const [answer, choose] = usePulseAnswer(phase);
  return (
    <SecretCover className="mt-3 min-h-24">
      <RadioGroup
        aria-label={t`And how does it feel?`}
        orientation="horizontal"
        value={answer ?? null}
        onChange={(chosen) => {
          const position = pulsePositions.find((one) => one === chosen);
          if (position) choose(position);
        }}
        className="mt-3 grid grid-cols-5 gap-1"
      >
        {pulsePositions.map((position) => (
          <Radio
            key={position}
            value={position}
            className="flex cursor-pointer flex-col items-center gap-1.5 rounded-control px-0.5 pt-2 pb-2.5 text-center text-s leading-tight text-ink-2 hyphens-auto hovered:bg-sunk selected:bg-you-wash selected:font-semibold selected:text-you selected:inset-ring-[1.5px] selected:inset-ring-you"
          >
            <Sun position={position} />
            {names[position]}
          </Radio>
        ))}
      </RadioGroup>
      {answer !== undefined && (
        <p className="mt-3 text-s text-you">
          <Trans>Kept, for you alone. You can change it until it is counted.</Trans>
        </p>
      )}
    </SecretCover>
  );
}
