// Who is away: their page has been hidden for a while, or their connection has been gone for as long. Each browser tells the
// first of itself; the second the others see by themselves. Whoever was not here when this browser came is away at once.
//
//   here ──(page hidden, or no connection)──▶ still counted ──(a while)──▶ away ──(back)──▶ here
import type { Awareness } from "y-protocols/awareness";
import type { ParticipantId } from "@secondstory/shared";
import type { Presence } from "./presence.ts";
import type { Store } from "./store.ts";

/** So long somebody may look elsewhere, or be without a connection, before the meeting goes on without waiting for them. */
function awayAfterMs(): number {
  const said = document.querySelector<HTMLMetaElement>('meta[name="away-seconds"]')?.content;
  return (Number(said) || 60) * 1_000;
}

/** People whose connection went a moment ago: they are probably coming back. */
export type JustLeft = Readonly<Record<ParticipantId, true>>;

/** Follows who has just left, and tells the others of oneself. Answers how to stop. */
export function followAway(
  awareness: Awareness,
  presence: Store<Presence>,
  justLeft: Store<JustLeft>,
): () => void {
  const afterMs = awayAfterMs();
  const stops = [followLeaving(presence, justLeft, afterMs), tellAway(awareness, afterMs)];
  return () => stops.forEach((stop) => stop());
}

/** Notes who has just left. Answers how to stop. */
export function followLeaving(
  presence: Store<Presence>,
  justLeft: Store<JustLeft>,
  afterMs: number,
): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (id: string) => {
    clearTimeout(timers.get(id));
    if (!timers.delete(id)) return;
    justLeft.set(Object.fromEntries(Object.entries(justLeft.get()).filter(([key]) => key !== id)));
  };
  let before = presence.get();
  const unsubscribe = presence.subscribe(() => {
    const last = before;
    before = presence.get();
    const isHere = (id: string) => Object.hasOwn(before, id);
    for (const id of timers.keys()) if (isHere(id)) forget(id);
    const gone = Object.keys(last).filter((id) => !isHere(id));
    for (const id of gone)
      timers.set(
        id,
        setTimeout(() => forget(id), afterMs),
      );
    if (gone.length > 0)
      justLeft.set({ ...justLeft.get(), ...Object.fromEntries(gone.map((id) => [id, true])) });
  });
  return () => {
    unsubscribe();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** Tells the others when this page has been hidden for a while, and when it is seen again. Answers how to stop. */
function tellAway(awareness: Awareness, afterMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (isAway: boolean) => {
    if ((awareness.getLocalState()?.["isAway"] === true) !== isAway)
      awareness.setLocalStateField("isAway", isAway);
  };
  const onChange = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") tell(false);
    else timer = setTimeout(() => tell(true), afterMs);
  };
  document.addEventListener("visibilitychange", onChange);
  onChange();
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onChange);
  };
}
