// Where a document's socket is.
import { schemaVersion, type BoardId, type DocName, type ParticipantId } from "@secondstory/shared";
import { basePath } from "./base-path.ts";

/** The address of a socket: who one claims to be, which schema one speaks, and that one wants to hear what is saved. */
export function syncUrl(board: BoardId, name: DocName, participant: ParticipantId): string {
  const url = new URL(`${basePath}/api/boards/${board}/sync/${name}`, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  url.search = new URLSearchParams({
    schema: String(schemaVersion),
    participant,
    saved: "1",
  }).toString();
  return url.href;
}
