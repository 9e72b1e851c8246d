// Votes: opened, cast, taken back, counted; whatever happens in between, and in whatever order people ask.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { groupWith, moveTopic, takeApart } from "../board/group-commands.ts";
import { moveCard } from "../board/commands.ts";
import { readBoardState } from "../board/projection.ts";
import type { CardId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { openPrivate } from "../private/private.ts";
import {
  castVote,
  noteCounted,
  readVotes,
  takeVoteBack,
  votesAfter,
  votesWithin,
} from "../private/votes.ts";
import { build, card, cardId, participantId, runs, sameBits, section } from "../testing/index.ts";
import type { Role } from "../wire/roles.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl, type Control } from "./control.ts";
import { readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";
import type { Findings } from "./situation.ts";
import { countVotes, discussionOrder, topicsByVotes } from "./tally.ts";
import { putTurnout } from "./votes.ts";

const [a, b, c, g] = [cardId("a"), cardId("b"), cardId("c"), cardId("g")];
const bit = sameBits();

const notes = () =>
  build(
    section("helped", card("Backups.", {}, { id: "a" }), card("Freeze.", {}, { id: "b" })),
    section("slowed", card("Restores.", {}, { id: "c" })),
  );

const meeting = (): Control => {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "", language: "en", schemaVersion: 1, agenda: phaseIds }, 1);
  return control;
};

function ask(
  control: Control,
  request: object,
  findings: Findings = {},
  role: Role = "facilitator",
) {
  const asker = { participant: participantId("ada"), role };
  const parsed = meetingRequest.parse(request);
  const result = decide(control, parsed, asker, 100, { maxVotes: 9 }, findings);
  return result.ok ? "done" : result.refusal.code;
}

const tallyOf = (round: number) => ({
  tally: {
    round,
    turnout: { voted: 2, of: 3 },
    result: [{ topic: a, card: a, votes: 3 }],
  },
});

test("[Y1] a vote is opened with the budget that the number of topics suggests, on all questions", () => {
  const control = meeting();
  expect(ask(control, { type: "openVote" }, { budget: 3 })).toBe("done");
  expect(readControl(control).vote).toEqual({
    round: 1,
    budget: 3,
    sections: ["helped", "slowed", "differently", "knowledge"],
    openedAt: 100,
    closedAt: undefined,
    turnout: { voted: 0, of: 0 },
    result: [],
  });
  expect(ask(control, { type: "openVote" })).toBe("vote-open");
});

test("[Y1] … or with one that was said, up to the server's limit, on the questions that were said", () => {
  const control = meeting();
  expect(ask(control, { type: "openVote", budget: 10 })).toBe("too-many-votes");
  ask(control, { type: "openVote", budget: 9, sections: ["slowed", "helped"] });
  expect(readControl(control).vote).toMatchObject({ budget: 9, sections: ["helped", "slowed"] });
});

test("[Y2] closing writes the result once; nothing of it is there before", () => {
  const control = meeting();
  ask(control, { type: "openVote", budget: 3 });
  expect(ask(control, { type: "closeVote" }, tallyOf(1))).toBe("done");
  const closed = readControl(control).vote;
  expect(closed).toMatchObject({ closedAt: 100, turnout: { voted: 2, of: 3 } });
  expect(closed?.result).toEqual([{ topic: a, card: a, votes: 3 }]);
  expect(ask(control, { type: "closeVote", round: 1 }, tallyOf(2))).toBe("done");
  expect(readControl(control).vote).toEqual(closed);
});

test("[Y3] reopened, a vote goes on with what was cast, and its result is hidden again", () => {
  const control = meeting();
  ask(control, { type: "openVote", budget: 3 });
  ask(control, { type: "closeVote" }, tallyOf(1));
  expect(ask(control, { type: "reopenVote", round: 1 })).toBe("done");
  expect(readControl(control).vote).toMatchObject({ round: 1, closedAt: undefined, result: [] });
});

test("[Y3] a dropped vote is gone, and the next one has a number of its own", () => {
  const control = meeting();
  ask(control, { type: "openVote", budget: 3 });
  expect(ask(control, { type: "discardVote", round: 1 })).toBe("done");
  expect(readControl(control).vote).toBeUndefined();
  for (const type of ["closeVote", "reopenVote", "discardVote"])
    expect(ask(control, { type })).toBe("no-vote");
  ask(control, { type: "openVote", budget: 2 });
  expect(readControl(control).vote?.round).toBe(2);
  expect(ask(control, { type: "discardVote", round: 1 })).toBe("done"); // it means the first one
  expect(readControl(control).vote?.round).toBe(2);
});

test("[Y4] only a facilitator decides about a vote", () => {
  const control = meeting();
  for (const role of ["participant", "observer"] as const)
    for (const type of ["openVote", "closeVote", "reopenVote", "discardVote"])
      expect(ask(control, { type }, tallyOf(1), role)).toBe("role-too-low");
});

test("[Y5] of more votes than everybody has, the first ones count; their owner is told of the others", () => {
  const own = openPrivate(new Y.Doc());
  for (const id of ["3", "1", "2"]) castVote(own, { id, round: 1, topic: a, card: a });
  castVote(own, { id: "0", round: 2, topic: a, card: a });
  const counted = votesWithin(readVotes(own, 1), 2).map(({ id }) => id);
  expect(counted).toEqual(["1", "2"]);
  noteCounted(own, 1, counted);
  expect(votesAfter(own, 1, 2)).toMatchObject({ tooMany: [{ id: "3" }], tooLate: [] });
});

test("[Y6] what comes after closing came too late", () => {
  const own = openPrivate(new Y.Doc());
  castVote(own, { id: "1", round: 1, topic: a, card: a });
  castVote(own, { id: "2", round: 1, topic: b, card: b });
  takeVoteBack(own, "2");
  noteCounted(own, 1, ["1"]);
  castVote(own, { id: "3", round: 1, topic: b, card: b });
  expect(votesAfter(own, 1, 3)).toMatchObject({
    counted: [{ id: "1" }],
    tooMany: [],
    tooLate: [{ id: "3" }],
  });
});

test("[Y7] votes count where their card is by then: put together, taken apart or moved", () => {
  const board = notes();
  const on = (topic: CardId, noted = topic) => ({ topic, card: noted });
  groupWith(board, { card: a, with: b, group: g, at: 1, randomBit: bit });
  const votes = [on(a), on(g, b), on(c)];
  expect(countVotes(readBoardState(board), votes)).toEqual([
    { topic: g, card: b, votes: 2 },
    { topic: c, card: c, votes: 1 },
  ]);
  takeApart(board, g, 2);
  expect(countVotes(readBoardState(board), votes)).toEqual([
    { topic: b, card: b, votes: 1 },
    { topic: a, card: a, votes: 1 },
    { topic: c, card: c, votes: 1 },
  ]);
});

test("[Y8] what got votes is talked about first, as it came out; the rest by question", () => {
  const board = notes();
  const vote = (result: readonly { topic: CardId; card: CardId; votes: number }[]) => ({
    vote: {
      round: 1,
      budget: 3,
      sections: [],
      openedAt: 0,
      closedAt: 1,
      turnout: { voted: 1, of: 1 },
      result,
    },
  });
  const voted = vote([
    { topic: c, card: c, votes: 2 },
    { topic: b, card: b, votes: 1 },
  ]);
  const titles = (control: Parameters<typeof discussionOrder>[1]) =>
    discussionOrder(readBoardState(board), control).map(({ title, votes }) => [title, votes]);
  expect(titles(voted)).toEqual([
    ["Restores.", 2],
    ["Freeze.", 1],
    ["Backups.", 0],
  ]);
  expect(topicsByVotes(readBoardState(board), voted)).toHaveLength(2);
  groupWith(board, { card: b, with: c, group: g, at: 1, randomBit: bit });
  expect(titles(voted)).toEqual([
    ["Restores.", 3],
    ["Backups.", 0],
  ]);
  expect(titles({ vote: undefined }).map(([title]) => title)).toEqual(["Backups.", "Restores."]);
});

test("[Y9] the number of those who voted belongs to its round, and stands still once it is closed", () => {
  const control = meeting();
  ask(control, { type: "openVote", budget: 3 });
  putTurnout(control, 2, { voted: 1, of: 2 });
  expect(readControl(control).vote?.turnout).toEqual({ voted: 0, of: 0 });
  putTurnout(control, 1, { voted: 1, of: 2 });
  expect(readControl(control).vote?.turnout).toEqual({ voted: 1, of: 2 });
  ask(control, { type: "closeVote" }, tallyOf(1));
  putTurnout(control, 1, { voted: 0, of: 1 });
  expect(readControl(control).vote?.turnout).toEqual({ voted: 2, of: 3 });
});

test("[Y10] no vote is lost in counting, whatever is done with the notes meanwhile", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          does: fc.constantFrom("vote", "group", "apart", "out", "move"),
          card: fc.constantFrom(a, b, c),
          other: fc.constantFrom(a, b, c),
        }),
        { maxLength: 20 },
      ),
      (steps) => {
        const board = notes();
        const votes: { topic: CardId; card: CardId }[] = [];
        for (const [index, step] of steps.entries()) {
          const { topics } = readBoardState(board);
          const all = [...topics.helped, ...topics.slowed];
          const topic = all.find(({ cards }) => cards.includes(step.card));
          if (!topic?.cards[0]) continue;
          if (step.does === "vote") votes.push({ topic: topic.id, card: topic.cards[0] });
          if (step.does === "apart") takeApart(board, topic.id, 1);
          if (step.does === "out") moveCard(board, step.card, { section: "helped", rank: "a5" });
          if (step.does === "move")
            moveTopic(board, topic.id, { section: "slowed", rank: "a7" }, bit);
          if (step.does === "group")
            groupWith(board, {
              card: step.card,
              with: step.other,
              group: cardId(`g${index}`),
              at: index,
              randomBit: bit,
            });
        }
        const state = readBoardState(board);
        const result = countVotes(state, votes);
        expect(result.reduce((sum, one) => sum + one.votes, 0)).toBe(votes.length);
        const order = discussionOrder(state, {
          vote: {
            round: 1,
            budget: 3,
            sections: [],
            openedAt: 0,
            closedAt: 1,
            turnout: { voted: 1, of: 1 },
            result,
          },
        });
        expect(order.reduce((sum, one) => sum + one.votes, 0)).toBe(votes.length);
        expect(order.flatMap(({ cards }) => cards).toSorted()).toEqual([a, b, c]);
      },
    ),
    runs(300),
  ));

test("[Y11] whatever is asked in whatever order, the vote can be shown, and asking twice changes nothing", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          type: fc.constantFrom("openVote", "closeVote", "reopenVote", "discardVote"),
          role: fc.constantFrom("facilitator" as const, "participant" as const),
          round: fc.option(fc.nat(3), { nil: undefined }),
        }),
        { maxLength: 20 },
      ),
      (steps) => {
        const control = meeting();
        let last = 0;
        for (const { type, role, round } of steps) {
          const now = readControl(control).vote?.round ?? 0;
          const request = { type, ...(round !== undefined && type !== "openVote" && { round }) };
          ask(control, request, tallyOf(now), role);
          const after = readControl(control).vote;
          if (type !== "openVote" && round !== undefined) {
            ask(control, request, tallyOf(now), role);
            expect(readControl(control).vote).toEqual(after);
          }
          if (!after) continue;
          expect(after.round).toBeGreaterThanOrEqual(last);
          last = after.round;
          expect(after.result.length > 0).toBe(after.closedAt !== undefined);
        }
      },
    ),
    runs(200),
  ));
