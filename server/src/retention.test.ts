import { expect, test } from "vitest";
import type { AuditEvent } from "./audit/audit.ts";
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
  const audited: AuditEvent[] = [];
  const audit = async (event: AuditEvent) => void audited.push(event);
  const log = openLog("silent", undefined);
  await deleteUnopened({ storage, rooms, log, audit, now, days: 8 });
  expect(audited).toHaveLength(old.length);
  expect(audited).toContainEqual({ event: "delete", board: old[7], by: "server" });
  for (const id of old) expect(await storage.wasDeleted(id)).toBe(true);
  expect(await storage.readBoard(young)).toBeDefined();
  expect(await storage.readBoard(open)).toMatchObject({ openedAt: 10 * dayMs });
});
