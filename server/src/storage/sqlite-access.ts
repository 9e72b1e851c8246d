// Who may come in, in SQLite: the secrets of links, seats, and the links that take a seat to another device.
import type { DatabaseSync } from "node:sqlite";
import type { BoardId, LinkId, ParticipantId, Role } from "@secondstory/shared";
import {
  rememberedDeviceLinkMs,
  type AccessChange,
  type DeviceLink,
  type DeviceLinkUse,
  type KeyHash,
  type LinkUse,
  type NewSecret,
  type Storage,
  type StoredSeat,
  type StoredSecret,
} from "./storage.ts";

/** The calls on seats and secrets, run on this database. */
export function sqliteAccess(database: DatabaseSync) {
  const changes = accessChanges(database);
  const readSecrets = database.prepare(
    "SELECT hash, link, role, made_at, made_by, switched_off_at FROM secrets WHERE board = ?",
  );
  const readLinkUses = database.prepare(
    "SELECT secret, participant FROM links_used WHERE board = ?",
  );
  const readSeat = database.prepare(
    "SELECT participant FROM seats WHERE board = ? AND token_hash = ?",
  );
  const readDeviceLink = database.prepare(
    "SELECT participant, expires_at, used_at FROM device_links WHERE board = ? AND hash = ?",
  );
  const useUp = database.prepare(
    "UPDATE device_links SET used_at = ? WHERE board = ? AND hash = ?",
  );

  return {
    ...changes,

    listSecrets: (board: BoardId): readonly StoredSecret[] =>
      readSecrets.all(board).map((row) => ({
        hash: String(row["hash"]),
        link: row["link"] as LinkId, // ids and roles are all that is ever written
        role: row["role"] as Role,
        madeAt: moment(row["made_at"]),
        madeBy: (row["made_by"] ?? undefined) as ParticipantId | undefined,
        switchedOffAt: moment(row["switched_off_at"]),
      })),

    listLinkUses: (board: BoardId): readonly LinkUse[] =>
      readLinkUses.all(board).map((row) => ({
        secret: String(row["secret"]),
        participant: row["participant"] as ParticipantId,
      })),

    findSeat(board: BoardId, tokenHash: KeyHash): StoredSeat | undefined {
      const row = readSeat.get(board, tokenHash);
      return row && { participant: row["participant"] as ParticipantId, tokenHash };
    },

    useDeviceLink(
      board: BoardId,
      { hash, tokenHash, at }: Parameters<Storage["useDeviceLink"]>[1],
    ): DeviceLinkUse {
      const row = readDeviceLink.get(board, hash);
      if (!row) return { outcome: "unknown" };
      if (row["used_at"] !== null) return { outcome: "used" };
      if (Number(row["expires_at"]) <= at) return { outcome: "expired" };
      const participant = row["participant"] as ParticipantId;
      useUp.run(at, board, hash);
      changes.addSeat(board, { participant, tokenHash });
      return { outcome: "taken", participant };
    },
  };
}

const moment = (value: unknown): number | undefined => (value === null ? undefined : Number(value));

/** The changes of seats and secrets. */
function accessChanges(database: DatabaseSync) {
  const insertSecret = database.prepare(
    "INSERT INTO secrets (board, hash, link, role, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const insertSeat = database.prepare(
    "INSERT INTO seats (board, participant, token_hash) VALUES (?, ?, ?)",
  );
  const endSeat = database.prepare("DELETE FROM seats WHERE board = ? AND token_hash = ?");
  const endSeatsOf = database.prepare("DELETE FROM seats WHERE board = ? AND participant = ?");
  const dropDeviceLinksOf = database.prepare(
    "DELETE FROM device_links WHERE board = ? AND participant = ?",
  );
  const dropOldDeviceLinks = database.prepare(
    "DELETE FROM device_links WHERE board = ? AND expires_at < ?",
  );
  const expireDeviceLinksOf = database.prepare(
    `UPDATE device_links SET expires_at = min(expires_at, ?) WHERE board = ? AND participant = ?`,
  );
  const insertDeviceLink = database.prepare(
    "INSERT INTO device_links (board, hash, participant, expires_at) VALUES (?, ?, ?, ?)",
  );
  const noteLink = database.prepare(
    "INSERT OR IGNORE INTO links_used (board, participant, secret) VALUES (?, ?, ?)",
  );
  const switchOff = "UPDATE secrets SET switched_off_at = ? WHERE switched_off_at IS NULL";
  const switchOffLink = database.prepare(`${switchOff} AND board = ? AND hash = ?`);
  const switchOffRole = database.prepare(`${switchOff} AND board = ? AND role = ?`);
  const switchOffLinksOf = database.prepare(
    `${switchOff} AND board = :board AND hash IN
       (SELECT secret FROM links_used WHERE board = :board AND participant = :participant)`,
  );

  const addSecret = (board: BoardId, { hash, link, role, madeBy }: NewSecret, at: number) =>
    insertSecret.run(board, hash, link, role, at, madeBy ?? null);
  const addSeat = (board: BoardId, { participant, tokenHash }: StoredSeat) =>
    insertSeat.run(board, participant, tokenHash);
  const addDeviceLink = (
    board: BoardId,
    { hash, participant, expiresAt }: DeviceLink,
    at: number,
  ) => {
    dropOldDeviceLinks.run(board, at - rememberedDeviceLinkMs);
    expireDeviceLinksOf.run(at, board, participant);
    insertDeviceLink.run(board, hash, participant, expiresAt);
  };

  function change(board: BoardId, access: AccessChange, at: number): void {
    switch (access.type) {
      case "add-seat":
        addSeat(board, access.seat);
        return;
      case "end-seat":
        endSeat.run(board, access.tokenHash);
        return;
      case "end-seats-of":
        endSeatsOf.run(board, access.participant);
        dropDeviceLinksOf.run(board, access.participant);
        return;
      case "note-link":
        noteLink.run(board, access.participant, access.secret);
        return;
      case "add-secret":
        addSecret(board, access.secret, at);
        return;
      case "add-device-link":
        addDeviceLink(board, access.deviceLink, at);
        return;
      case "switch-off-link":
        switchOffLink.run(at, board, access.secret);
        return;
      case "switch-off-role":
        switchOffRole.run(at, board, access.role);
        return;
      case "switch-off-links-of":
        switchOffLinksOf.run({ board, participant: access.participant }, at);
    }
  }

  return { addSecret, addSeat, change };
}
