// People as their written names: no photos, no colours, no order of activity. A state is a weight, a line or a shape,
// and a word for whoever does not see it.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, Hand, PencilLine, Users } from "lucide-react";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { WritingDots } from "./glyphs.tsx";
import { Icon } from "./icon.tsx";
import { Popover } from "./popover.tsx";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isMe?: boolean | undefined;
  readonly isFacilitator?: boolean | undefined;
  readonly isObserver?: boolean | undefined;
  readonly isReady?: boolean | undefined;
  readonly isWriting?: boolean | undefined;
  readonly hasHandUp?: boolean | undefined;
  readonly isAway?: boolean | undefined;
  readonly takesNotes?: boolean | undefined;
}

interface NameListProps {
  readonly people: readonly Person[];
  /** What opens at a press on a name: role, last seen, what may be done. */
  readonly details?: ((id: string, close: () => void) => ReactNode) | undefined;
}

/**
 * Up to this many are written out in one row, and up to the second number in two smaller ones; beyond that, and where the rows
 * have no room beside the meeting, there are counts.
 */
const oneRow = 14;
const twoRows = 30;

/** Everyone in the meeting. Narrow screens show one number that opens the list. */
export function NameList({ people, details }: NameListProps) {
  const { t } = useLingui();
  const count = people.filter((person) => !person.isAway).length;
  const isCrowd = people.length > twoRows;
  const [list, fits] = useFits();
  return (
    <>
      {isCrowd ? (
        <Crowd people={people} details={details} />
      ) : (
        <div className="grid h-full min-w-0 flex-[100_1_0] items-center max-laptop:hidden *:col-start-1 *:row-start-1">
          <ul
            ref={list}
            aria-label={t`People in the meeting`}
            className={cx(
              "-ml-2 flex max-h-full min-w-0 flex-wrap items-center overflow-hidden py-0.5",
              people.length > oneRow ? "-ml-[.34rem]" : "gap-x-[.15rem]",
              !fits && "invisible",
            )}
          >
            {people.map((person) => (
              <li key={person.id}>
                <Name person={person} isSmall={people.length > oneRow} details={details} />
              </li>
            ))}
          </ul>
          {!fits && <Crowd people={people} details={details} isTight />}
        </div>
      )}
      <div className={isCrowd ? "hidden" : "-ml-1.5 laptop:hidden"}>
        <Popover
          placement="top start"
          label={t`People in the meeting`}
          trigger={
            <AriaButton className="inline-flex min-h-10 items-center justify-center gap-1.5 rounded-control px-1.5 text-s text-ink-2 coarse:min-h-11 coarse:min-w-11">
              <Icon of={Users} />
              {count}
              <span className="sr-only">
                <Plural value={count} one="person here" other="people here" />
              </span>
            </AriaButton>
          }
        >
          <FullList people={people} details={details} />
        </Popover>
      </div>
    </>
  );
}

/** Whether the list behind the ref shows all that is in it; measured anew when it is drawn, and when its room changes. */
function useFits() {
  const list = useRef<HTMLUListElement>(null);
  const [fits, setFits] = useState(true);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    const measure = () => setFits(current.scrollHeight <= current.clientHeight + 2);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(current.parentElement ?? current);
    return () => watcher.disconnect();
  });
  return [list, fits] as const;
}

/** More people than names would fit: counts by state, and the names of raised hands. */
function Crowd({
  people,
  details,
  isTight = false,
}: NameListProps & { readonly isTight?: boolean }) {
  const { t } = useLingui();
  const here = people.filter((person) => !person.isAway).length;
  const ready = people.filter((person) => person.isReady && !person.isAway).length;
  const hands = people.filter((person) => person.hasHandUp);
  return (
    <div className="-ml-1.5 flex min-w-0 items-center gap-3 text-s text-ink-2">
      <Popover
        placement="top start"
        label={t`People in the meeting`}
        trigger={
          <AriaButton className="inline-flex min-h-10 items-center gap-1.5 rounded-control px-1.5 whitespace-nowrap coarse:min-h-11">
            <Icon of={Users} />
            <Plural value={here} one="# person here" other="# people here" />
          </AriaButton>
        }
      >
        <FullList people={people} details={details} />
      </Popover>
      {ready > 0 && !isTight && (
        <span className="whitespace-nowrap">
          <Trans>
            <b className="font-semibold text-ink">{ready}</b> ready
          </Trans>
        </span>
      )}
      <ul aria-label={t`Raised hands`} className="flex min-w-0 gap-1">
        {hands.map((person) => (
          <li key={person.id} className="min-w-0 *:max-w-full">
            <Name person={person} isSmall details={details} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FullList({ people, details }: NameListProps) {
  return (
    <ul className="grid max-h-[60dvh] gap-0.5 overflow-auto">
      {people.map((person) => (
        <li key={person.id} className="-ml-2">
          <Name person={person} details={details} />
        </li>
      ))}
    </ul>
  );
}

interface NameProps {
  readonly person: Person;
  readonly isSmall?: boolean | undefined;
  readonly details?: ((id: string, close: () => void) => ReactNode) | undefined;
}

function Name({ person, isSmall = false, details }: NameProps) {
  const look = cx(
    "relative inline-flex min-h-6 items-center gap-[.3em] rounded-control whitespace-nowrap",
    isSmall ? "px-[.34rem] py-1 text-s" : "px-2 py-[.3rem] text-[.875rem] desk:text-m",
    person.hasHandUp
      ? "sunlit font-semibold"
      : person.isMe
        ? "text-you"
        : person.isAway
          ? // A facilitator has a line already, which is dotted then.
            cx(
              "text-ink-3",
              !person.isFacilitator &&
                "underline decoration-edge decoration-dotted underline-offset-4",
            )
          : person.isReady
            ? "font-semibold text-ink"
            : "text-ink-2",
    person.isFacilitator &&
      !person.hasHandUp &&
      cx(
        "after:absolute after:bottom-[.12rem] after:border-b-2 after:border-current",
        isSmall ? "after:inset-x-[.34rem]" : "after:inset-x-2",
        person.isAway && "after:border-dotted",
      ),
  );
  const content = (
    <>
      <span className="max-w-52 min-w-0 truncate">{person.name}</span>
      {person.hasHandUp ? (
        <Icon of={Hand} className="size-[.95em]" />
      ) : person.isReady ? (
        <Icon of={Check} className="size-[.95em]" />
      ) : (
        person.isWriting && <WritingDots />
      )}
      {person.takesNotes && <Icon of={PencilLine} className="size-[.95em]" />}
      <States person={person} />
    </>
  );
  if (!details) return <span className={look}>{content}</span>;
  return (
    <Popover
      placement="top start"
      title={person.name}
      width="narrow"
      trigger={<AriaButton className={cx(look, "hovered:bg-sunk")}>{content}</AriaButton>}
    >
      {(close) => details(person.id, close)}
    </Popover>
  );
}

/** The states of a name in words. */
function States({ person }: { readonly person: Person }) {
  const { t } = useLingui();
  const words = [
    person.isMe && t`you`,
    person.isFacilitator && t`leads`,
    person.isObserver && t`reads along`,
    person.takesNotes && t`takes notes`,
    person.hasHandUp && t`hand raised`,
    person.isReady && t`ready`,
    person.isWriting && t`writes`,
    person.isAway && t`away`,
  ].filter((word) => word !== undefined && word !== false);
  return words.length > 0 && <span className="sr-only"> ({words.join(", ")})</span>;
}
