// What a call can be refused with: a status, a code and a sentence that says what to do. failures.ts answers with it.

/** A call that cannot be answered as asked. */
export class HttpFailure extends Error {
  override readonly name = "HttpFailure";
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** Failures that several routes share. */
export const failures = {
  noBoard: () =>
    new HttpFailure(404, "no-board", "There is no such board. Check the link, or ask for it anew."),
  boardDeleted: () =>
    new HttpFailure(
      404,
      "board-deleted",
      "This board was deleted for good. Nothing of it is left.",
    ),
  noSeat: () =>
    new HttpFailure(401, "no-seat", "You have no seat on this board. Open its link to join."),
  waiting: () =>
    new HttpFailure(
      403,
      "waiting",
      "A facilitator has to let you in first. Ask for …/door until it says that you are in.",
    ),
  turnedAway: () =>
    new HttpFailure(
      403,
      "turned-away",
      "The facilitators cannot let you in just now. Join again in a few minutes.",
    ),
  doorClosed: () =>
    new HttpFailure(
      403,
      "door-closed",
      "This board lets people in one by one. Join with this link, then wait to be let in.",
    ),
  foreignOrigin: () =>
    new HttpFailure(
      403,
      "foreign-origin",
      "This call came from another site. Send it from the board's own address, or with an Authorization header.",
    ),
  secretUnknown: () =>
    new HttpFailure(
      401,
      "secret-unknown",
      "This link does not open the board. Copy the whole link once more.",
    ),
  secretSwitchedOff: () =>
    new HttpFailure(
      401,
      "secret-switched-off",
      "This link was switched off. Ask a facilitator for a new one.",
    ),
  deviceLinkUnknown: () =>
    new HttpFailure(
      401,
      "device-link-unknown",
      "This link to continue on another device does not work. Make a new one on the first device.",
    ),
  deviceLinkUsed: () =>
    new HttpFailure(
      401,
      "device-link-used",
      "This link was used already; it works once. Make a new one on the first device.",
    ),
  deviceLinkExpired: () =>
    new HttpFailure(
      401,
      "device-link-expired",
      "This link has expired. Make a new one on the first device.",
    ),
  noSuchLink: () =>
    new HttpFailure(400, "no-such-link", "There is no such link. Look at the list of links again."),
  nothingHere: () =>
    new HttpFailure(404, "not-found", "There is nothing at this address. Check it."),
  noMetricsToken: () =>
    new HttpFailure(
      401,
      "no-metrics-token",
      "The metrics are read with an Authorization header: Bearer and the token of METRICS_TOKEN.",
    ),
  roleTooLow: (need: string) =>
    new HttpFailure(403, "role-too-low", `Your role cannot do this. ${need}`),
  sealed: () =>
    new HttpFailure(
      409,
      "sealed",
      "The board is sealed. A facilitator can reopen it; then try again.",
    ),
} as const;
