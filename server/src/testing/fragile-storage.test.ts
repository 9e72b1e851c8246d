import { readBoardId } from "@secondstory/shared";
import { expect, test } from "vitest";
import { storageContract } from "../storage/storage-contract.ts";
import { FragileStorage } from "./fragile-storage.ts";

storageContract("one that can be broken", async () => new FragileStorage());

test("a spoiled row is reported once, and the rest is served", async () => {
  const storage = new FragileStorage();
  const board = readBoardId("board-1");
  if (!board) throw new Error("not an id");
  await storage.createBoard({ id: board, createdAt: 1, secrets: [], docs: [] });
  const position = await storage.append(board, "board", [new Uint8Array([1])]);
  await storage.append(board, "board", [new Uint8Array([2])]);
  storage.spoiled.add(position);
  const { rows, damaged } = await storage.loadDoc(board, "board");
  expect(rows.map(({ update }) => [...update])).toEqual([[2]]);
  expect(damaged).toBe(1);
  expect((await storage.loadDoc(board, "board")).damaged).toBe(0);
});
