// Who is away: hidden for a while, or gone for as long.
import type { ParticipantId } from "@secondstory/shared";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { followLeaving, type JustLeft } from "./away.ts";
import { followPresence, type Presence } from "./presence.ts";
import { createStore } from "./store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const here = { lookingAt: undefined, editing: [], isAway: false };
const of = (...ids: readonly string[]): Presence =>
  Object.fromEntries(ids.map((id) => [id as ParticipantId, here]));

test("[RD10] whoever loses the connection is still expected for a while, and whoever is back is no longer missed", () => {
  const presence = createStore(of("robin", "kim"));
  const justLeft = createStore<JustLeft>({});
  const stop = followLeaving(presence, justLeft, 60_000);
  presence.set(of());
  expect(Object.keys(justLeft.get())).toEqual(["robin", "kim"]);
  vi.advanceTimersByTime(30_000);
  presence.set(of("robin"));
  expect(Object.keys(justLeft.get())).toEqual(["kim"]);
  presence.set(of()); // again: the while begins anew
  vi.advanceTimersByTime(30_000);
  expect(Object.keys(justLeft.get())).toEqual(["robin"]);
  vi.advanceTimersByTime(30_000);
  expect(justLeft.get()).toEqual({});
  stop();
});

test("[RD10] who was not here when this browser came is not expected", () => {
  const justLeft = createStore<JustLeft>({});
  const stop = followLeaving(createStore(of("robin")), justLeft, 60_000);
  expect(justLeft.get()).toEqual({});
  stop();
});

test("[RD11] one person on two devices is away only where both are", () => {
  const awareness = new Awareness(new Y.Doc());
  const presence = followPresence(awareness);
  const device = (id: number, isAway: boolean) => {
    awareness.states.set(id, { participantId: "robin", isAway });
    awareness.emit("change", [{ added: [id], updated: [], removed: [] }, "test"]);
  };
  device(1, true);
  expect(presence.get()).toMatchObject({ robin: { isAway: true } });
  device(2, false);
  expect(presence.get()).toMatchObject({ robin: { isAway: false } });
  device(2, true);
  expect(presence.get()).toMatchObject({ robin: { isAway: true } });
  awareness.destroy();
});
