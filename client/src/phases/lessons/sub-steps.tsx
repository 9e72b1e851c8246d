// How far the group is within Lessons: write, reveal and group, vote, discuss. The current one is in sun.
import { useLingui } from "@lingui/react/macro";
import { cx } from "../../ui/cx.ts";
import { useLessonsStep, type LessonsStep } from "./use-lessons-step.ts";

/** The steps in a row, none of which can be pressed: what happens decides. */
export function SubSteps() {
  const { t } = useLingui();
  const current = useLessonsStep();
  const steps: readonly { readonly id: LessonsStep; readonly label: string }[] = [
    { id: "write", label: t`Write` },
    { id: "group", label: t`Reveal and group` },
    { id: "vote", label: t`Vote` },
    { id: "discuss", label: t`Discuss` },
  ];
  const at = steps.findIndex(({ id }) => id === current);
  return (
    <ol
      aria-label={t`Steps of Lessons`}
      className="flex flex-wrap items-center gap-[.15rem] text-s"
    >
      {steps.map(({ id, label }, index) => (
        <li
          key={id}
          {...(id === current && { "aria-current": true })}
          className={cx(
            "rounded-control px-[.55rem] py-[.3rem]",
            id === current ? "sunlit font-semibold" : index < at ? "text-ink-2" : "text-ink-3",
          )}
        >
          {label}
        </li>
      ))}
    </ol>
  );
}
