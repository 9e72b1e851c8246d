// Who counts as here.
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { followPresence } from "./presence.ts";

test("[P6] one person on two devices is here once, with both things they write in", () => {
  const awareness = new Awareness(new Y.Doc());
  const other = (id: number, state: Record<string, unknown>) => {
    awareness.states.set(id, state);
    awareness.emit("change", [{ added: [id], updated: [], removed: [] }, "test"]);
  };
  const presence = followPresence(awareness);
  other(1, { participantId: "robin", editing: "a", lookingAt: "timeline" });
  other(2, { participantId: "robin", editing: "b" });
  other(3, { someoneElsesClient: true });
  other(4, { participantId: 7 });
  expect(presence.get()).toEqual({
    robin: { lookingAt: "timeline", editing: ["a", "b"], isAway: false },
  });
  const before = presence.get();
  other(2, { participantId: "robin", editing: "b", cursor: { x: 1 } });
  expect(presence.get()).toBe(before);
  awareness.destroy();
});
