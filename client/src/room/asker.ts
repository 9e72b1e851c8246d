// Asking the server to decide.
import { nanoid } from "nanoid";
import type { BoardId, ControlState, ControlView, MeetingRequest } from "@secondstory/shared";
import { ApiFailure, postRequest } from "./api.ts";

/** What a request may answer beyond the new control state. */
export type RequestAnswer =
  | {
      readonly ok: true;
      readonly secret: string | undefined;
      readonly link: string | undefined;
      /** When that link ends by itself: epoch milliseconds, server clock. */
      readonly expiresAt?: number | undefined;
      /** Of so many people something should have been in it and is not: what they keep privately cannot be read. */
      readonly leftOut?: number | undefined;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Asks by what this browser sees of the meeting. Never throws: without an answer the code is `offline`. */
export const asker =
  (board: BoardId, controlView: ControlView) =>
  async (request: MeetingRequest): Promise<RequestAnswer> => {
    try {
      const from = seenBy(request.type, controlView.getState());
      const { secret, link, expiresAt, leftOut } = await postRequest(board, {
        id: nanoid(),
        ...from,
        ...request,
      });
      return { ok: true, secret, link, expiresAt, leftOut };
    } catch (failure) {
      if (failure instanceof ApiFailure)
        return { ok: false, code: failure.code, message: failure.message };
      throw failure;
    }
  };

/** Requests that mean the phase their sender saw. A new title, say, is meant whatever phase the meeting is in by now. */
const moves = new Set<MeetingRequest["type"]>(["advance", "back", "goTo", "ready"]);

/** Requests that mean the deadline their sender saw. A minute more is one more, also when somebody else has added one. */
const timings = new Set<MeetingRequest["type"]>(["startTimer", "pauseTimer", "stopTimer"]);

/** What a request is made against, as `from`. */
function seenBy(type: MeetingRequest["type"], { phase, timer }: ControlState) {
  if (moves.has(type)) return { from: phase };
  return timings.has(type) ? { from: timer?.endsAt ?? null } : {};
}
