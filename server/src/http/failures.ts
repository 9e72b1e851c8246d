// The one place where what went wrong becomes a status, a code and a sentence that says what to do.
import type { RequestRefusalCode } from "@secondstory/shared";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { Metrics } from "../metrics.ts";
import { StorageFailure } from "../storage/storage.ts";
import { failures, HttpFailure } from "./http-failure.ts";

const refusals: Readonly<Record<RequestRefusalCode, readonly [status: number, message: string]>> = {
  "role-too-low": [
    403,
    "Your role cannot ask for this. A facilitator can, or can raise your role.",
  ],
  sealed: [409, "The board is sealed. A facilitator can reopen it; then try again."],
  "not-sealed": [400, "The board is not sealed, so there is nothing to reopen."],
  "last-phase": [400, "This is the last phase. Seal the board to close the meeting."],
  "first-phase": [400, "This is the first phase. There is none before it."],
  "phase-not-on-agenda": [400, "This phase is not on the agenda. Choose one that is."],
  "meeting-is-there": [
    400,
    "The meeting is at this phase, so it cannot be left out. Move on, then leave it out.",
  ],
  "nothing-to-rename": [400, "Send a title for the board, or a name for yourself."],
  "name-empty": [400, "Send a name with at least one letter that can be seen."],
  "no-participant": [400, "A link has no name. Join the board to have one."],
  "participant-gone": [400, "This person is not on the board any more. Look at the list again."],
  "last-facilitator": [400, "Someone has to lead. Make another person a facilitator first."],
  "not-the-author": [403, "Only who wrote this or a facilitator can erase it. Ask a facilitator."],
  "card-unknown": [400, "There is no such card on the board. Look at the list again."],
  "no-pulse": [400, "This phase does not ask how it feels. Check-in and check-out do."],
  "pulse-shown": [409, "These answers were shown already. They are not counted a second time."],
  "not-named": [
    403,
    "A facilitator can set this aside, or somebody whom it names. Ask a facilitator.",
  ],
  "not-foldable": [
    400,
    "Only notes with words can be set aside: lessons, conditions, events, parked ideas, check-in and check-out.",
  ],
  "nobody-to-keep": [
    409,
    "Nobody is on the board who could keep these words. Join as a facilitator and ask again.",
  ],
  "not-yours-to-reword": [
    403,
    "Its words are with whoever wrote it. They can put it back in other words.",
  ],
  "not-reworded": [400, "These are the words that were set aside. Say it in others."],
  "undo-too-late": [400, "That moment is over. Whoever wrote it was asked to reword it."],
  "names-too-late": [
    400,
    "People have begun to write without names. Reveal their notes first; the next round can have names.",
  ],
  "no-timer": [400, "No timer is running. Start one."],
  "vote-open": [400, "A vote is open already. Close it or drop it first."],
  "no-vote": [400, "There is no vote. Open one."],
  "too-many-votes": [400, "These are more votes each than this server allows. Choose fewer."],
  "turned-away": [429, "A facilitator said “not now”. Ask again in a few minutes."],
  "door-full": [429, "Too many people wait at the door already. Try again in a few minutes."],
  "somebody-leads": [400, "Somebody leads this board. Ask them to hand over."],
  "no-step-in": [400, "On this board nobody steps in. Ask whoever gave you the link."],
  "asked-just-now": [429, "A facilitator said “not now”. Ask again in a few minutes."],
};

/** A refused request as a failure of the call. */
export function refusalFailure(code: RequestRefusalCode): HttpFailure {
  const [status, message] = refusals[code];
  return new HttpFailure(status, code, message);
}

/** Answers with what went wrong. What nobody foresaw is logged with its place, never with its words. */
export const answerFailure =
  ({ refusals }: Metrics) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode, code, message } = failureOf(error);
    refusals.inc({ code });
    if (statusCode >= 500) request.log.error({ err: error, code }, "call failed");
    return reply.code(statusCode).send({ error: { code, message } });
  };

function failureOf(error: FastifyError): HttpFailure {
  if (error instanceof HttpFailure) return error;
  if (error instanceof StorageFailure) return storageFailure(error);
  if (hasZodFastifySchemaValidationErrors(error))
    return new HttpFailure(400, "invalid", problemOf(error.validation));
  switch (error.statusCode) {
    case 400:
      return new HttpFailure(
        400,
        "unreadable",
        "The body is not valid JSON. Send one JSON object.",
      );
    case 413:
      return new HttpFailure(413, "too-large", "The body is too large. Send it in smaller pieces.");
    case 414:
      return new HttpFailure(414, "address-too-long", "The address is too long.");
    case 415:
      return new HttpFailure(
        415,
        "not-json",
        "The body's type is not supported. Send JSON, with Content-Type: application/json.",
      );
    case 429:
      return new HttpFailure(429, "too-many", "Too many calls. Wait a little, then try again.");
  }
  return new HttpFailure(
    500,
    "unexpected",
    "Something went wrong here. Try again; if it happens again, tell whoever runs this server.",
  );
}

function storageFailure({ code }: StorageFailure): HttpFailure {
  if (code === "board-gone") return failures.noBoard();
  if (code === "closed")
    return new HttpFailure(503, "restarting", "The server is restarting. Try again in a moment.");
  return new HttpFailure(
    503,
    "not-saved",
    "The server cannot save at the moment, so nothing was changed. Try again in a moment.",
  );
}

/** Names the first value that does not fit. What the sender wrote is not repeated. */
function problemOf(issues: readonly { instancePath: string; message?: string | undefined }[]) {
  const [issue] = issues;
  const where = issue?.instancePath.replace(/^\//, "").replaceAll("/", ".");
  const what = issue?.message?.replace(/^Invalid input: /, "") ?? "is not valid";
  return `Correct ${where || "what you sent"}: ${what}.`;
}
