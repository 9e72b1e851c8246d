// Other people's carets and selections, with their names from the roster: the colour is that of their place in the order of
// joining, the name is shown while the caret moves and for a moment after.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Awareness } from "y-protocols/awareness";

/** How a person is drawn. Colours are numbered 1 to 8. */
export interface CaretPerson {
  readonly name: string;
  readonly colour: number;
}

/** How long a name stays after its caret has come to rest. */
const nameMs = 2_000;

/** Shows where others are in the text. `person` is asked for each awareness client; undefined draws nothing. */
export const remoteCarets = (
  awareness: Awareness,
  person: (clientId: number) => CaretPerson | undefined,
) =>
  Extension.create({
    name: "remoteCarets",
    priority: 999,
    addProseMirrorPlugins: () => {
      const names = followMoves(awareness);
      return [
        yCursorPlugin(awareness, {
          awarenessStateFilter: (own: number, clientId: number, state: unknown) =>
            own !== clientId && person(clientId) !== undefined && hasReadableCaret(state),
          cursorBuilder: (_user: unknown, clientId: number) =>
            caretElement(person(clientId), names, clientId),
          selectionBuilder: (_user: unknown, clientId: number) => ({
            class: "remote-selection",
            style: `--person: ${colourOf(person(clientId))}`,
          }),
        }),
        new Plugin({ view: () => ({ destroy: names.destroy }) }),
      ];
    },
  });

const colourOf = (person: CaretPerson | undefined): string => `var(--p${person?.colour ?? 1})`;

function caretElement(
  person: CaretPerson | undefined,
  names: ShownNames,
  clientId: number,
): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "remote-caret";
  caret.ariaHidden = "true";
  caret.style.setProperty("--person", colourOf(person));
  const name = document.createElement("span");
  name.className = "remote-caret-name";
  name.textContent = person?.name ?? "";
  // Joiners of zero width, so that the browser can put a caret of its own on either side.
  caret.append("\u2060", name, "\u2060");
  names.put(clientId, caret);
  return caret;
}

interface ShownNames {
  readonly put: (clientId: number, caret: HTMLElement) => void;
  readonly destroy: () => void;
}

/** Marks the caret of everyone who moves, and unmarks it after a while. */
function followMoves(awareness: Awareness): ShownNames {
  const carets = new Map<number, HTMLElement>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const show = (clientId: number) => {
    clearTimeout(timers.get(clientId));
    carets.get(clientId)?.setAttribute("data-moving", "");
    timers.set(
      clientId,
      setTimeout(() => {
        timers.delete(clientId);
        carets.get(clientId)?.removeAttribute("data-moving");
      }, nameMs),
    );
  };
  const onChange = ({
    added,
    updated,
    removed,
  }: Record<"added" | "updated" | "removed", number[]>) => {
    for (const clientId of [...added, ...updated]) show(clientId);
    for (const clientId of removed) carets.delete(clientId);
  };
  awareness.on("change", onChange);
  return {
    put: (clientId, caret) => {
      carets.set(clientId, caret);
      if (timers.has(clientId)) caret.setAttribute("data-moving", "");
    },
    destroy: () => {
      awareness.off("change", onChange);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Whether a state from another client holds a caret that can be drawn; anything else is left alone. */
function hasReadableCaret(state: unknown): boolean {
  if (typeof state !== "object" || state === null || !("cursor" in state)) return false;
  const { cursor } = state;
  if (typeof cursor !== "object" || cursor === null) return false;
  return (
    "anchor" in cursor && "head" in cursor && isPosition(cursor.anchor) && isPosition(cursor.head)
  );
}

function isPosition(stored: unknown): boolean {
  if (typeof stored !== "object" || stored === null) return false;
  const { type, item, tname } = Y.createRelativePositionFromJSON(stored);
  return isId(item) || isId(type) || typeof tname === "string";
}

const isId = (id: unknown): boolean =>
  typeof id === "object" &&
  id !== null &&
  "client" in id &&
  typeof id.client === "number" &&
  "clock" in id &&
  typeof id.clock === "number";
