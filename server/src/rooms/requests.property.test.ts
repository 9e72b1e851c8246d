// Requests in any order and from any role, as a room carries them out: each id once, and no card is lost by any of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCardId, type CardId, type MeetingRequest, type Role } from "@secondstory/shared";
import { anyRequest, participantId, runs } from "@secondstory/shared/testing";
import { hashKey } from "../access/keys.ts";
import { roomScene } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import type { Decision } from "./meeting.ts";
import type { Identity } from "./peer.ts";

const people: readonly (readonly [name: string, role: Role])[] = [
  ["noa", "facilitator"],
  ["lea", "facilitator"],
  ["robin", "participant"],
  ["ida", "observer"],
];
const names = people.map(([name]) => name);

const anySteps = fc.array(
  fc.record({
    who: fc.constantFrom(...names, "noa", "lea"),
    request: anyRequest(["advance", "goTo", "setAgenda", "reopen"]),
    from: fc.constantFrom(undefined, undefined, "prepare" as const, "lessons" as const),
  }),
  { maxLength: 12, size: "max" },
);

const seatOf = (name: string): Identity => ({
  type: "seat",
  participant: participantId(name),
  key: hashKey(name),
});

/** What somebody who asks hears: why not, or whether it was carried out. */
const heard = (decision: Decision) =>
  decision.ok ? (decision.value.isCarriedOut ? "done" : "no news") : decision.refusal.code;

test("[MN11] whatever is asked at once and twice is carried out once, and every card is still there", async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const { rooms, board } = await roomScene();
      await rooms.use(board, async (room) => {
        for (const [name, role] of people)
          await room.seat({ type: "admit", who: { id: participantId(name), name, role } }, []);
        const cards = ["card-1", "card-2", "card-3"].map((name) => must(readCardId(name)));
        await room.addEvents(
          cards.map((id) => ({ id, at: 5, text: `words of ${id}`, kind: "alert", evidence: [] })),
        );
        for (const [index, { who, request, from }] of steps.entries()) {
          const asked: MeetingRequest = { ...request, id: `step-${index}`, ...(from && { from }) };
          const decide = () => room.decide(asked, seatOf(who), []);
          const answers = await Promise.all([decide(), decide()]);
          const after = room.control;
          const last = await decide();
          expect(room.control).toEqual(after);
          const outcomes = [...answers, last].map(heard);
          expect(outcomes.filter((outcome) => outcome === "done").length).toBeLessThanOrEqual(1);
        }
        const { erased } = room.control;
        const { cards: kept } = await room.readBoard();
        const isAside = (id: CardId) =>
          // its words are with whoever wrote them
          steps.some(({ request }) => request.type === "setAside" && request.card === id);
        for (const id of cards)
          if (!erased.includes(id) && !isAside(id)) expect(kept[id]?.plain).toBe(`words of ${id}`);
      });
      await rooms.close();
    }),
    runs(40),
  );
});
