// The path through the meeting. The blue line is where I look, the level mark is where the meeting is: two signs, two
// meanings. A press looks; it never moves the meeting.
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { LevelMark } from "./glyphs.tsx";
import { Icon } from "./icon.tsx";

export interface PathStep {
  readonly id: string;
  readonly title: string;
  /** Where a look at it lives, so that it can be opened in a tab of its own. */
  readonly href: string;
  /** The meeting passes it over; a look at it stays possible. */
  readonly isLeftOut?: boolean | undefined;
}

interface PhasePathProps {
  readonly steps: readonly PathStep[];
  /** Where the meeting is; undefined when that is not known. */
  readonly meetingAt: string | undefined;
  readonly lookingAt: string;
  readonly onLook: (id: string) => void;
  /** The pill that asks to join. It hangs from where the meeting is, but never over the text at the left of a page's head. */
  readonly renderPill?: ((place: "label" | "corner") => ReactNode) | undefined;
}

/** The path as it stands in the top bar, from 1024 px on. */
export function PhasePath({ steps, meetingAt, lookingAt, onLook, renderPill }: PhasePathProps) {
  const { t } = useLingui();
  const meetingIndex = steps.findIndex((step) => step.id === meetingAt);
  const list = useRef<HTMLOListElement>(null);
  const mark = useMark(list, meetingIndex);
  return (
    <nav aria-label={t`Phases`} className="max-laptop:hidden">
      <ol
        ref={list}
        className="relative flex h-(--top) items-stretch gap-[1.05rem] text-[.875rem] desk:gap-[1.55rem] desk:text-m [&:lang(de)]:gap-[.95rem] desk:[&:lang(de)]:gap-[1.15rem] desk:[&:lang(de)]:text-[.875rem] min-[96rem]:[&:lang(de)]:gap-[1.4rem] min-[96rem]:[&:lang(de)]:text-m"
      >
        {steps.map((step, index) => {
          const isMeeting = step.id === meetingAt;
          const isLook = step.id === lookingAt;
          return (
            <li key={step.id} className="relative flex">
              <a
                href={step.href}
                {...(isMeeting && { "aria-current": "step" })}
                {...(isLook && !isMeeting && { "aria-current": "page" })}
                onClick={(event) => look(event, () => onLook(step.id))}
                className={cx(
                  "relative flex items-center px-px -outline-offset-4! hover:text-ink",
                  isMeeting && "font-semibold",
                  isMeeting || isLook
                    ? "text-ink"
                    : index < meetingIndex
                      ? "text-ink-2"
                      : "text-ink-3",
                  isLook &&
                    "after:absolute after:inset-x-0 after:-bottom-px after:h-[3px] after:bg-you forced-colors:after:bg-[Highlight]",
                )}
              >
                <span className={step.isLeftOut ? "line-through decoration-1" : undefined}>
                  {step.title}
                </span>
                {step.isLeftOut && (
                  <span className="sr-only">
                    {" "}
                    (<Trans>left out</Trans>)
                  </span>
                )}
                {isMeeting && (
                  <span className="sr-only">
                    {" "}
                    (
                    {isLook ? (
                      <Trans>the meeting is here, and so are you</Trans>
                    ) : (
                      <Trans>the meeting is here</Trans>
                    )}
                    )
                  </span>
                )}
              </a>
              {isMeeting && mark && renderPill?.(mark.isAtRight ? "label" : "corner")}
            </li>
          );
        })}
        {mark && (
          <li
            aria-hidden
            className="pointer-events-none absolute top-[7px] left-0 transition-[translate] duration-(--turn) ease-house"
            style={{ translate: `calc(${mark.x}px - 50%)` }}
          >
            <LevelMark className="w-[13px]" />
          </li>
        )}
      </ol>
    </nav>
  );
}

/** The path on half a screen and on phones: a title, arrows that look, and a tick for each phase. */
export function PhaseTicks({
  steps,
  meetingAt,
  lookingAt,
  onLook,
}: Omit<PhasePathProps, "renderPill">) {
  const { t } = useLingui();
  const meetingIndex = steps.findIndex((step) => step.id === meetingAt);
  const index = Math.max(
    0,
    steps.findIndex((step) => step.id === lookingAt),
  );
  const before = steps[index - 1];
  const after = steps[index + 1];
  const number = index + 1;
  const count = steps.length;
  return (
    <nav
      aria-label={t`Phases`}
      className="grid gap-[.35rem] border-b border-line bg-paper px-(--page) pt-[.3rem] pb-[.6rem] laptop:hidden"
    >
      <div className="flex items-center justify-between">
        <Button
          look="quiet"
          size="icon"
          className="-ml-3"
          aria-label={before ? t`Look at ${before.title}` : t`Look at the phase before`}
          disabledReason={before ? undefined : t`This is the first phase.`}
          onPress={() => before && onLook(before.id)}
        >
          <Icon of={ChevronLeft} />
        </Button>
        <span className="font-semibold" aria-current={meetingIndex === index ? "step" : "page"}>
          {steps[index]?.title}{" "}
          <span className="font-normal text-ink-3">
            <Trans>
              {number} of {count}
            </Trans>
            {steps[index]?.isLeftOut && (
              <>
                {" · "}
                <Trans>left out</Trans>
              </>
            )}
          </span>
        </span>
        <Button
          look="quiet"
          size="icon"
          className="-mr-3"
          aria-label={after ? t`Look at ${after.title}` : t`Look at the phase after`}
          disabledReason={after ? undefined : t`This is the last phase.`}
          onPress={() => after && onLook(after.id)}
        >
          <Icon of={ChevronRight} />
        </Button>
      </div>
      <div aria-hidden className="flex gap-[3px]">
        {steps.map((step, at) => (
          <span
            key={step.id}
            className={cx(
              "relative h-1 flex-1",
              at === meetingIndex
                ? "bg-sun outline outline-[1.25px] outline-(--sun-edge)"
                : at < meetingIndex
                  ? "bg-ink-3"
                  : "bg-line",
              at === index &&
                at !== meetingIndex &&
                "after:absolute after:inset-x-0 after:-bottom-[5px] after:h-[2px] after:bg-you",
            )}
          />
        ))}
      </div>
    </nav>
  );
}

/** A plain press looks here; with a modifier the browser opens what it always opens. */
function look(event: MouseEvent, go: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go();
}

interface MarkPlace {
  /** The middle of the meeting's label, so that the mark can slide from one to the next. */
  readonly x: number;
  /** There the pill hangs over the right part of a page's head, which is free of text. */
  readonly isAtRight: boolean;
}

/** Where that part begins, and half of the longest pill (in German). */
const rightPart = 0.55;
const halfPillPx = 170;

function useMark(
  list: { readonly current: HTMLOListElement | null },
  index: number,
): MarkPlace | undefined {
  const [mark, setMark] = useState<MarkPlace>();
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = () => {
      const item = element.children[index];
      if (!(item instanceof HTMLElement) || index < 0) {
        setMark(undefined);
        return;
      }
      const x = item.offsetLeft + item.offsetWidth / 2;
      const left = element.getBoundingClientRect().left + x - halfPillPx;
      const isAtRight = left > innerWidth * rightPart;
      setMark((last) => (last?.x === x && last.isAtRight === isAtRight ? last : { x, isAtRight }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [list, index]);
  return mark;
}
