import { expect, test } from "vitest";
import { openLog } from "./log.ts";
import { boardIdOf, newBoard } from "./storage/contract-scene.ts";
import { deleteUnopened } from "./retention.ts";
import { FragileStorage } from "./testing/fragile-storage.ts";
import { roomScene } from "./testing/room.ts";

const dayMs = 24 * 60 * 60 * 1_000;

test("[S46] boards that nobody opened for so many days go, all of them; open ones and younger ones stay", async () => {
  const storage = new FragileStorage();
  const { rooms, board: open, person, enter } = await roomScene({}, storage);
  await enter(await person("participant"));
  const old = Array.from({ length: 150 }, (_, number) => boardIdOf(`old-${number}`));
  for (const id of old) await storage.createBoard({ ...newBoard(id), createdAt: 1, docs: [] });
  const young = boardIdOf("young");
  await storage.createBoard({ ...newBoard(young), createdAt: 3 * dayMs });

  const now = () => 10 * dayMs;
  await deleteUnopened({ storage, rooms, log: openLog("silent", undefined), now, days: 8 });
  for (const id of old) expect(await storage.wasDeleted(id)).toBe(true);
  expect(await storage.readBoard(young)).toBeDefined();
  expect(await storage.readBoard(open)).toMatchObject({ openedAt: 10 * dayMs });
});
