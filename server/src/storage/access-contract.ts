// What every storage must do with who may come in: seats, links, and the links that take a seat to another device.
import { expect, test } from "vitest";
import { ada, bob, newBoard, seat, secret, type Scene } from "./contract-scene.ts";
import { rememberedDeviceLinkMs, type AccessChange } from "./storage.ts";

type Play = (run: (scene: Scene) => Promise<void>) => () => Promise<void>;

const deviceLink = (participant: typeof ada, hash: string, expiresAt: number): AccessChange => ({
  type: "add-device-link",
  deviceLink: { hash, participant, expiresAt },
});

/** The part of the contract that is about seats and links. */
export function accessContract(withStorage: Play): void {
  test(
    "seats end one by one or with their participant; other people keep theirs",
    withStorage(async ({ storage, board }) => {
      await storage.decide(board, {
        at: 1,
        access: [seat(ada, "a1"), seat(ada, "a2"), seat(ada, "a3"), seat(bob, "b1")],
      });
      await storage.decide(board, { at: 2, access: [{ type: "end-seat", tokenHash: "a1" }] });
      expect(await storage.findSeat(board, "a1")).toBeUndefined();
      expect(await storage.findSeat(board, "a2")).toBeDefined();
      await storage.decide(board, {
        at: 3,
        access: [{ type: "end-seats-of", participant: ada }],
      });
      expect(await storage.findSeat(board, "a2")).toBeUndefined();
      expect(await storage.findSeat(board, "a3")).toBeUndefined();
      expect(await storage.findSeat(board, "b1")).toBeDefined();
    }),
  );

  test(
    "links are switched off by role, or by who came by them; the time of the first switching off stays",
    withStorage(async ({ storage, board }) => {
      const offAt = async () =>
        Object.fromEntries(
          (await storage.listSecrets(board)).map(({ hash, switchedOffAt }) => [
            hash,
            switchedOffAt,
          ]),
        );
      await storage.decide(board, {
        at: 1,
        access: [
          { type: "add-secret", secret: secret("hash-p2", "participant", ada) },
          { type: "note-link", participant: bob, secret: "hash-p2" },
          { type: "note-link", participant: bob, secret: "hash-p2" },
          { type: "switch-off-links-of", participant: ada },
        ],
      });
      expect(await offAt()).toEqual({
        "hash-f": undefined,
        "hash-p": undefined,
        "hash-p2": undefined,
      });
      await storage.decide(board, {
        at: 2,
        access: [{ type: "switch-off-links-of", participant: bob }],
      });
      await storage.decide(board, {
        at: 3,
        access: [{ type: "switch-off-role", role: "participant" }],
      });
      expect(await offAt()).toEqual({ "hash-f": undefined, "hash-p": 3, "hash-p2": 2 });
    }),
  );

  test(
    "one link is switched off and the others work; who made a link, when, and who came by it, is noted",
    withStorage(async ({ storage, board, other }) => {
      await storage.createBoard(newBoard(other));
      await storage.decide(board, {
        at: 7,
        access: [
          { type: "add-secret", secret: secret("hash-p2", "participant", ada) },
          { type: "note-link", participant: ada, secret: "hash-p" },
          { type: "note-link", participant: bob, secret: "hash-p" },
          { type: "note-link", participant: bob, secret: "hash-p" },
          { type: "switch-off-link", secret: "hash-p" },
          { type: "switch-off-link", secret: "hash-nobody-has" },
        ],
      });
      await storage.decide(board, {
        at: 9,
        access: [{ type: "switch-off-link", secret: "hash-p" }],
      });
      const links = new Map((await storage.listSecrets(board)).map((link) => [link.hash, link]));
      expect(links.get("hash-p")).toMatchObject({ madeAt: 1_000, switchedOffAt: 7 });
      expect(links.get("hash-p2")).toEqual({
        ...secret("hash-p2", "participant", ada),
        madeAt: 7,
        switchedOffAt: undefined,
      });
      expect(links.get("hash-f")?.switchedOffAt).toBeUndefined();
      const uses = await storage.listLinkUses(board);
      expect(new Set(uses)).toEqual(
        new Set([
          { secret: "hash-p", participant: ada },
          { secret: "hash-p", participant: bob },
        ]),
      );
      expect(uses).toHaveLength(2);
      expect(await storage.listLinkUses(other)).toEqual([]);
      expect((await storage.listSecrets(other)).map((link) => link.switchedOffAt)).toEqual([
        undefined,
        undefined,
      ]);
    }),
  );

  test(
    "[S51] a device link gives its participant one more seat, once; of many attempts at once one gets it",
    withStorage(async ({ storage, board }) => {
      await storage.decide(board, { at: 1, access: [deviceLink(ada, "device-1", 100)] });
      const tries = Array.from({ length: 8 }, (_, number) =>
        storage.useDeviceLink(board, { hash: "device-1", tokenHash: `token-${number}`, at: 50 }),
      );
      const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "used")).toHaveLength(7);
      const seats = await Promise.all(
        outcomes.map((_, number) => storage.findSeat(board, `token-${number}`)),
      );
      expect(seats.filter((found) => found)).toEqual([
        { participant: ada, tokenHash: `token-${outcomes.indexOf("taken")}` },
      ]);
    }),
  );

  test(
    "[S51] a device link ends with its time, with the next one of its participant, and with their seats",
    withStorage(async ({ storage, board, other }) => {
      const use = async (hash: string, at: number, where = board) =>
        (await storage.useDeviceLink(where, { hash, tokenHash: `of-${hash}-${at}`, at })).outcome;
      await storage.createBoard(newBoard(other));
      await storage.decide(board, {
        at: 1,
        access: [deviceLink(ada, "of-ada", 100), deviceLink(bob, "of-bob", 100)],
      });
      expect(await use("of-ada", 100)).toBe("expired");
      expect(await use("nobody's", 50)).toBe("unknown");
      expect(await use("of-ada", 50, other)).toBe("unknown");
      await storage.decide(board, { at: 20, access: [deviceLink(ada, "of-ada-2", 200)] });
      expect(await use("of-ada", 50)).toBe("expired");
      await storage.decide(board, {
        at: 30,
        access: [{ type: "end-seats-of", participant: ada }],
      });
      expect(await use("of-ada-2", 50)).toBe("unknown");
      expect(await use("of-bob", 50)).toBe("taken");

      await storage.decide(board, {
        at: 100 + rememberedDeviceLinkMs,
        access: [deviceLink(bob, "of-bob-2", 300)],
      });
      expect(await use("of-bob", 60)).toBe("used");
      await storage.decide(board, {
        at: 101 + rememberedDeviceLinkMs,
        access: [deviceLink(ada, "of-ada-3", 300)],
      });
      expect(await use("of-bob", 60)).toBe("unknown"); // forgotten by and by
    }),
  );

  test(
    "[S6] device links go with their board, and a board that is gone gives no seat",
    withStorage(async ({ storage, board }) => {
      await storage.decide(board, { at: 1, access: [deviceLink(ada, "device-1", 100)] });
      await storage.deleteBoard(board, 1);
      const use = { hash: "device-1", tokenHash: "token", at: 50 };
      await expect(storage.useDeviceLink(board, use)).rejects.toMatchObject({ code: "board-gone" });
      await storage.createBoard(newBoard(board));
      expect(await storage.useDeviceLink(board, use)).toEqual({ outcome: "unknown" });
    }),
  );
}
