import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { cardId, participantId } from "../testing/build.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl } from "./control.ts";
import { admit } from "./people.ts";
import { readControl } from "./projection.ts";
import { meetingRequest, type MeetingRequest } from "./requests.ts";

const [a, b, c] = [cardId("a"), cardId("b"), cardId("c")];
const [noa, robin, ida] = [participantId("noa"), participantId("robin"), participantId("ida")];

function meeting() {
  const control = openControl(new Y.Doc());
  seedControl(
    control,
    { title: "", language: "en", schemaVersion: 1, agenda: ["prepare", "timeline", "actions"] },
    0,
  );
  admit(control, { id: noa, name: "Noa", role: "facilitator" }, 1);
  admit(control, { id: robin, name: "Robin", role: "participant" }, 2);
  admit(control, { id: ida, name: "Ida", role: "observer" }, 3);
  let at = 10;
  const ask = (request: unknown, who = noa, limits = {}) => {
    const role = readControl(control).roster[who]?.role ?? "observer";
    return decide(
      control,
      meetingRequest.parse(request),
      { participant: who, role },
      (at += 1),
      limits,
    );
  };
  return { control, ask, state: () => readControl(control) };
}

test("[K1] what is in focus is one item for everybody, and was seen from then on", () => {
  const { ask, state } = meeting();
  expect(state()).toMatchObject({ spotlight: undefined, seen: {}, walk: "all" });
  ask({ type: "spotlight", item: a });
  ask({ type: "spotlight", item: b, also: [c] });
  expect(state().spotlight).toEqual({ item: b, since: 12, by: noa });
  expect(Object.keys(state().seen).toSorted()).toEqual([a, b, c]);
  ask({ type: "spotlight", item: null });
  expect(state().spotlight).toBeUndefined();
  expect(Object.keys(state().seen)).toHaveLength(3);
});

test("[K2] who leads decides it; whoever may write takes the notes", () => {
  const { ask, state } = meeting();
  const tooLow = { ok: false, refusal: { code: "role-too-low" } };
  for (const type of ["spotlight", "markReviewed", "setWalk"])
    expect(ask({ type, item: a, items: [a], walk: "starred" }, robin)).toEqual(tooLow);
  expect(ask({ type: "takeNotes" }, ida)).toEqual(tooLow);
  expect(ask({ type: "takeNotes" }, robin).ok).toBe(true);
  expect(state().noteTaker).toBe(robin);
});

test("[K3] two who step on at once step once", () => {
  const { ask, state } = meeting();
  ask({ type: "spotlight", item: a, from: null });
  ask({ type: "spotlight", item: b, from: a });
  ask({ type: "spotlight", item: c, from: a });
  expect(state().spotlight?.item).toBe(b);
  ask({ type: "spotlight", item: c, from: null });
  ask({ type: "spotlight", item: c, from: "timeline" });
  expect(state().spotlight?.item).toBe(b);
});

test("[K4] an item is marked by hand as seen or passed over, and unmarked; in focus it is seen", () => {
  const { ask, state } = meeting();
  ask({ type: "markReviewed", items: [a, b], as: "skipped" });
  ask({ type: "markReviewed", items: [c] });
  expect(state().seen).toMatchObject({
    a: { isSkipped: true },
    b: { isSkipped: true },
    c: { isSkipped: false },
  });
  ask({ type: "spotlight", item: a });
  ask({ type: "markReviewed", items: [b], as: "open" });
  expect(state().seen).toMatchObject({ a: { isSkipped: false }, c: { isSkipped: false } });
  expect(state().seen).not.toHaveProperty("b");
});

test("[K4] of an item that was seen nothing is kept but when, and whether it was passed over", () => {
  const { control, ask } = meeting();
  ask({ type: "spotlight", item: a });
  ask({ type: "markReviewed", items: [b], as: "skipped" });
  expect(control.seen.toJSON()).toEqual({
    a: { at: 11, isSkipped: false },
    b: { at: 12, isSkipped: true },
  });
});

test("[K7] one person takes the notes; another who takes them over has them, and only they give them up", () => {
  const { ask, state } = meeting();
  ask({ type: "takeNotes" }, robin);
  ask({ type: "takeNotes" }, noa);
  ask({ type: "takeNotes", take: false }, robin);
  expect(state().noteTaker).toBe(noa);
  ask({ type: "takeNotes", take: false }, noa);
  expect(state().noteTaker).toBeUndefined();
  ask({ type: "takeNotes" }, robin);
  ask({ type: "setRole", participant: robin, role: "observer" });
  expect(state().noteTaker).toBeUndefined();
});

test("[K8] past the limit the first that were seen are forgotten first", () => {
  const { ask, state } = meeting();
  for (const item of [a, b, c]) ask({ type: "spotlight", item }, noa, { seenItems: 2 });
  expect(Object.keys(state().seen).toSorted()).toEqual([b, c]);
  expect(state().spotlight?.item).toBe(c);
});

test("what cannot be read is as if nothing were in focus", () => {
  const { control, state } = meeting();
  for (const bad of [
    7,
    null,
    {},
    { item: "__proto__", since: 1, by: "noa" },
    { item: "a", by: 1 },
  ]) {
    control.focus.set("spotlight", bad);
    control.focus.set("noteTaker", bad);
    control.focus.set("walk", bad);
    control.seen.set("a", bad);
    expect(state()).toMatchObject({ spotlight: undefined, seen: {}, walk: "all" });
    expect(state().noteTaker).toBeUndefined();
  }
});

const anyItem = fc.constantFrom(a, b, c);
const anyRequest: fc.Arbitrary<MeetingRequest> = fc.oneof(
  fc.record({
    type: fc.constant("spotlight" as const),
    item: fc.option(anyItem),
    from: fc.option(fc.constantFrom(a, b, c, null), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant("markReviewed" as const),
    items: fc.array(anyItem, { minLength: 1, maxLength: 3 }),
    as: fc.constantFrom("seen" as const, "skipped" as const, "open" as const),
  }),
  fc.record({ type: fc.constant("takeNotes" as const), take: fc.boolean() }),
  fc.record({ type: fc.constant("setWalk" as const), walk: fc.constantFrom("all", "starred") }),
  fc.constant({ type: "advance" as const }),
  fc.constant({ type: "back" as const }),
);

test("[K1] [K3] whatever is asked in any order and by anybody, asking again at once changes nothing more", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyRequest, fc.constantFrom(noa, robin, ida)), { maxLength: 20 }),
      (asked) => {
        const { ask, state } = meeting();
        for (const [request, who] of asked) {
          if (request.type === "advance" || request.type === "back") {
            ask(request, who);
            continue;
          }
          const before = state();
          const answer = ask(request, who);
          const after = state();
          ask(request, who);
          expect(state()).toEqual(after);
          if (!answer.ok) expect(after).toEqual(before);
          if (after.spotlight && after.spotlight !== before.spotlight)
            expect(after.roster[after.spotlight.by]?.role).toBe("facilitator");
          if (request.type === "spotlight" && after.spotlight?.item !== before.spotlight?.item)
            expect(request.item === null || after.seen[request.item]?.isSkipped === false).toBe(
              true,
            );
          if (after.noteTaker) expect(after.roster[after.noteTaker]?.role).not.toBe("observer");
        }
      },
    ),
  );
});
