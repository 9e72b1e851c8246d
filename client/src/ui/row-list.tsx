// A list of rows that is one tab stop: up and down go from row to row, left and right to the controls inside a row, Enter
// does what the row is for, Esc comes back to the row. Fields keep their own arrows.
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useLayoutEffect,
  useRef,
} from "react";
import { cx } from "./cx.ts";

const InRow = createContext(false);

/** For a control that may stand in a row: there the arrows reach it and Tab passes it by. */
export function useRowItem(): {
  readonly excludeFromTabOrder?: true;
  readonly "data-row-item"?: true;
} {
  return use(InRow) ? { excludeFromTabOrder: true, "data-row-item": true } : {};
}

interface RowListProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The list. Between its rows there may be other things, which Tab reaches as always. */
export function RowList({ label, children, className }: RowListProps) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (list.current) keepOneTabStop(list.current);
  });
  return (
    // The list only passes keys on to its rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      aria-label={label}
      className={className}
      onFocus={(event) => {
        const row = rowOf(event.target);
        if (row && list.current) keepOneTabStop(list.current, row);
      }}
      onKeyDown={(event) => {
        if (list.current) onArrow(event, list.current);
      }}
    >
      {children}
    </ol>
  );
}

interface RowProps {
  /** What it is, spoken when the row gets the focus. */
  readonly label: string;
  readonly onEnter?: (() => void) | undefined;
  readonly onSpace?: (() => void) | undefined;
  /** The group looks at it. */
  readonly isCurrent?: boolean | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Finds the row again: `focusRow(id)`. */
  readonly id: string;
}

/** A row of a RowList, inside its list item. */
export function Row({
  id,
  label,
  onEnter,
  onSpace,
  isCurrent = false,
  children,
  className,
}: RowProps) {
  return (
    <InRow value>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="group"
        aria-label={label}
        {...(isCurrent && { "aria-current": true, "data-in-focus": true })}
        // The list makes one of them the tab stop.
        tabIndex={-1}
        data-row={id}
        className={cx("scroll-my-24", className)}
        onKeyDown={(event) => {
          const isOnRow = event.target === event.currentTarget;
          const act = event.key === "Enter" ? onEnter : event.key === " " ? onSpace : undefined;
          if (!isOnRow || !act) return;
          event.preventDefault();
          act();
        }}
      >
        {children}
      </div>
    </InRow>
  );
}

/** Controls inside are ordinary tab stops again: for a form that opened in a row. */
export const OutOfRow = ({ children }: { readonly children: ReactNode }) => (
  <InRow value={false}>{children}</InRow>
);

/** Puts the focus on a row, if it is there. */
export function focusRow(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.focus();
  return row !== null;
}

/** What the arrows reach inside a row: its controls, and the text of a card. */
const items = "[data-row-item]:not(label), label[data-row-item] input, [data-card-focus]";

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;

const rowsOf = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>("[data-row]"),
];

function keepOneTabStop(list: HTMLElement, current?: HTMLElement): void {
  const rows = rowsOf(list);
  const stop = current ?? rows.find((row) => row.tabIndex === 0) ?? rows[0];
  for (const row of rows) row.tabIndex = row === stop ? 0 : -1;
}

function onArrow(event: KeyboardEvent<HTMLElement>, list: HTMLElement): void {
  const row = rowOf(event.target);
  // A popover of a row is its child in React, not in the page: its keys are its own.
  if (!row || !list.contains(row) || event.defaultPrevented || ownsArrows(event.target)) return;
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  const target = event.key === "Escape" ? row : neighbour(event, list, row);
  if (!target || target === event.target) return;
  event.preventDefault();
  target.focus();
}

function neighbour(
  event: KeyboardEvent<HTMLElement>,
  list: HTMLElement,
  row: HTMLElement,
): HTMLElement | undefined {
  const rows = rowsOf(list);
  const index = rows.indexOf(row);
  const stops = [row, ...row.querySelectorAll<HTMLElement>(items)].filter(
    (item) => item === row || item.checkVisibility({ checkVisibilityCSS: true }),
  );
  const at = stops.findIndex((item) => item === event.target);
  if (event.key === "ArrowDown") return rows[index + 1];
  if (event.key === "ArrowUp") return rows[index - 1];
  if (event.key === "Home") return rows[0];
  if (event.key === "End") return rows.at(-1);
  if (event.key === "ArrowRight") return stops[at + 1];
  if (event.key === "ArrowLeft") return stops[at - 1];
  return undefined;
}

const ownsArrows = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"));
