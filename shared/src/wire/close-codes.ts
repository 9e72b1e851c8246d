// Why the server closed a socket, and what a client does then. A browser cannot see an HTTP status of an upgrade, so a
// socket is accepted and closed with its code.

/** Close codes of the contract, by what they mean. */
export const closeCodes = {
  unreadable: 1007,
  tooLarge: 1009,
  restarting: 1012,
  tryLater: 1013,
  noSeat: 4401,
  readOnly: 4403,
  noBoard: 4404,
  sealed: 4409,
  clientTooOld: 4426,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** What a client does after a close: come back by itself, come back and only read, or stop and say why. */
export type AfterClose = "reconnect" | "read-on" | "stop";

/** After 4403 and 4409 a client reads on; after 1009, 4401, 4404 and 4426 it stops; after all else it comes back. */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case closeCodes.readOnly:
    case closeCodes.sealed:
      return "read-on";
    case closeCodes.tooLarge:
    case closeCodes.noSeat:
    case closeCodes.noBoard:
    case closeCodes.clientTooOld:
      return "stop";
    default:
      return "reconnect";
  }
}
