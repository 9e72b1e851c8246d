// One polite voice for the whole page. One sentence per event; what happens within three seconds of a sentence is said
// together after it, so that a busy meeting does not talk over itself.
import { useSyncExternalStore } from "react";

const batchMs = 3_000;

interface Spoken {
  readonly id: number;
  readonly text: string;
}

let spoken: Spoken = { id: 0, text: "" };
let waiting: readonly string[] = [];
let said: readonly string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says a sentence to assistive technology, once within three seconds. Never keystrokes, never that somebody writes. */
export function announce(sentence: string): void {
  if (waiting.includes(sentence) || said.includes(sentence)) return;
  waiting = [...waiting, sentence];
  if (timer === undefined) speak();
}

function speak(): void {
  timer = undefined;
  said = waiting;
  if (waiting.length === 0) return;
  spoken = { id: spoken.id + 1, text: waiting.join(" ") };
  waiting = [];
  for (const listener of listeners) listener();
  timer = setTimeout(speak, batchMs);
}

/** Where announcements come out; once in the app. */
export function LiveRegion() {
  const { id, text } = useSyncExternalStore(subscribe, () => spoken);
  return (
    // the attribute keeps it audible while a dialog hides the rest of the page
    <div role="status" aria-live="polite" data-live-announcer className="sr-only">
      <p key={id}>{text}</p>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
