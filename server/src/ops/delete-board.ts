// Deleting a board the way its facilitator would, with a link of the operator's own: through the server that runs, or
// through one that is opened for this alone and listens nowhere.
import type { BoardId } from "@secondstory/shared";
import { auditFile } from "../audit/audit-file.ts";
import type { Settings } from "../settings.ts";
import { OpsFailure } from "./ops-failure.ts";

/** How long a running server may take. */
const maxAnswerMs = 30_000;

/** Asks the server at an address. */
export async function deleteThrough(server: URL, board: BoardId, secret: string): Promise<void> {
  const base = server.href.replace(/\/+$/, "");
  let status: number;
  try {
    const answer = await fetch(`${base}/api/boards/${board}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(maxAnswerMs),
    });
    status = answer.status;
  } catch (cause) {
    throw new OpsFailure(
      `A server uses this data, and none answers at ${base}: set PORT and HOST as it has them or say --server, or stop it.`,
      { cause },
    );
  }
  if (status === 204) return;
  throw new OpsFailure(
    status === 401 || status === 404
      ? `The server at ${base} works on other data: say with --server where the one is that uses this data.`
      : `The server at ${base} did not delete the board (${status}): look at its log.`,
  );
}

/** Opens a server on the data, for as long as it takes. */
export async function deleteBehind(
  settings: Settings,
  board: BoardId,
  secret: string,
): Promise<void> {
  const [{ buildApp }, { openSqliteStorage }] = await Promise.all([
    import("../app.ts"),
    import("../storage/sqlite.ts"),
  ]);
  const storage = await openSqliteStorage(settings.dataDir);
  const audit = auditFile(settings.dataDir, { maxBytes: settings.auditBytes, now: Date.now });
  const quiet = { ...settings, logLevel: "silent", limits: undefined } as const;
  const app = await buildApp({ storage, settings: quiet, audit });
  try {
    const answer = await app.inject({
      method: "DELETE",
      url: `/api/boards/${board}`,
      headers: { authorization: `Bearer ${secret}` },
    });
    if (answer.statusCode !== 204)
      throw new OpsFailure(`The board could not be deleted (${answer.statusCode}).`);
  } finally {
    await app.close();
  }
}
