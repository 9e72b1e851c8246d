// The link secrets that a browser has seen. Without localStorage the list lives as long as the process.
import { expect, test } from "vitest";
import { invariant, linkIdOf, readBoardId, readParticipantId } from "@secondstory/shared";
import { knownBoard, rememberBoard } from "./known-boards.ts";
import { dropSecrets, keepSecret, knownSecret } from "./link-secrets.ts";

const board = readBoardId("links-seen");
const me = readParticipantId("noa");
invariant(board && me, "a test uses ids of the board's alphabet");
rememberBoard({ id: board, participantId: me, secrets: { participant: "aaaaaaaa-one" } });

test("of several links of a role the last one is handed out, and the others are known by their id", () => {
  keepSecret(board, "participant", "bbbbbbbb-two");
  keepSecret(board, "participant", "bbbbbbbb-two");
  keepSecret(board, "observer", "cccccccc-three");
  const known = knownBoard(board);
  expect(known?.secrets).toEqual({ participant: "bbbbbbbb-two", observer: "cccccccc-three" });
  expect(known?.olderSecrets).toEqual({ participant: ["aaaaaaaa-one"] });
  for (const secret of ["aaaaaaaa-one", "bbbbbbbb-two", "cccccccc-three"]) {
    const link = linkIdOf(secret);
    invariant(link, "eight letters are an id");
    expect(knownSecret(known, link)).toBe(secret);
  }
});

test("when the one that is handed out is switched off, the one before it takes its place", () => {
  dropSecrets(board, (secret) => secret === "bbbbbbbb-two");
  expect(knownBoard(board)?.secrets).toEqual({
    participant: "aaaaaaaa-one",
    observer: "cccccccc-three",
  });
  dropSecrets(board, () => true);
  expect(knownBoard(board)).toMatchObject({ secrets: {}, olderSecrets: {} });
});
