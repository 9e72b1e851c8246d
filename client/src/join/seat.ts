// How this browser comes to its seat on a board.
//
//   opened ─┬─(known here)──────────────────────────────▶ seated     without a question, also offline
//           ├─(a link's secret)──▶ asking ──(name, join)─▶ seated
//           │                                └─(a door)──▶ waiting ──(let in)──▶ seated
//           ├─(another device's link)────────────────────▶ seated     as the same person; asks first where somebody is known
//           └─(neither)──(the cookie still stands for a seat, or the board admits who is signed in)─▶ seated
//                      └─▶ no key: why, and a field for the link
//
// The secret stands in the fragment of the address, which reaches no server; it leaves the address bar at once.
import { isDeviceSecret, type BoardId, type ParticipantId, type Role } from "@secondstory/shared";
import { ApiFailure, joinBoard, readSummary, type BoardSummary, type Joined } from "../room/api.ts";
import { forgottenBoards, unmarkForgotten } from "../room/forgotten-boards.ts";
import { knownBoard, rememberBoard } from "../room/known-boards.ts";
import { readSecret } from "./read-link.ts";

export type SeatState =
  | { readonly kind: "opening" }
  /** A name is asked for. The summary is missing when the server does not answer. */
  | {
      readonly kind: "asking";
      readonly secret: string;
      readonly summary: BoardSummary | undefined;
      /** Whoever comes waits until a facilitator lets them in, and is told nothing of the board before. */
      readonly hasDoor?: boolean;
    }
  | { readonly kind: "seated"; readonly me: ParticipantId }
  /** At the door of the board, until a facilitator lets them in. The secret is missing after a reload. */
  | { readonly kind: "waiting"; readonly secret: string | undefined }
  /** Somebody has a seat here, and a link from another device would put its owner in their place. */
  | { readonly kind: "replacing"; readonly secret: string; readonly me: ParticipantId }
  /** No key in the link; `problem` when a link was there and did not work. */
  | { readonly kind: "no-key"; readonly problem: ApiFailure | undefined }
  | { readonly kind: "no-board" }
  /** Nothing is known here, and the server does not answer. */
  | { readonly kind: "unreachable"; readonly problem: ApiFailure };

/** What can be told at once, without asking the server: whoever is known here is in. */
export function seatAtFirst(board: BoardId): SeatState {
  const known = knownBoard(board);
  const secret = readSecret(location.hash);
  const isReplacing = secret !== undefined && isDeviceSecret(secret);
  // any other link that comes along may raise the role a little later
  return known && !isReplacing ? { kind: "seated", me: known.participantId } : { kind: "opening" };
}

/** Takes the secret out of the address, so that nobody reads or copies it from there. */
export function takeSecret(): string | undefined {
  const secret = readSecret(location.hash);
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  return secret;
}

/** Finds out how this browser stands with a board. */
export async function findSeat(board: BoardId, secret: string | undefined): Promise<SeatState> {
  const known = knownBoard(board);
  if (secret && isDeviceSecret(secret))
    return known
      ? { kind: "replacing", secret, me: known.participantId }
      : comeAlong(board, secret).catch(problemState);
  if (known) {
    if (secret) await raise(board, secret, known.role);
    return { kind: "seated", me: known.participantId };
  }
  return secret ? ask(board, secret) : joinByItself(board);
}

/** Without a key: by the cookie, or because the board admits everybody who is signed in. */
async function joinByItself(board: BoardId): Promise<SeatState> {
  try {
    if (forgottenBoards().includes(board))
      await (await import("../room/forget-board.ts")).leaveForgotten(board);
    return seated(board, await joinBoard(board, {}), undefined);
  } catch (failure) {
    return problemState(failure);
  }
}

/** Takes the seat of another device by its link, which is used up by that. Throws an ApiFailure. */
export const comeAlong = async (board: BoardId, secret: string): Promise<SeatState> =>
  seated(board, await joinBoard(board, { secret }), undefined);

/** Takes a seat by a link; whoever is signed in brings a name along. Throws an ApiFailure for whoever shows it beside the name. */
export async function takeSeat(
  board: BoardId,
  secret: string,
  name: string | undefined,
  title: string,
): Promise<SeatState> {
  const joined = await joinBoard(board, { secret, ...(name !== undefined && { name }) });
  return seated(board, joined, secret, title);
}

/** Somebody who waited is in. Throws an ApiFailure. */
export const comeIn = async (board: BoardId, secret: string | undefined): Promise<SeatState> =>
  seated(board, await joinBoard(board, {}), secret);

/** The seat is gone (removed, or its cookie deleted): a link that this browser has kept may open the board again. */
export async function findSeatAgain(board: BoardId): Promise<SeatState> {
  const secrets = knownBoard(board)?.secrets ?? {};
  const secret = secrets.facilitator ?? secrets.participant ?? secrets.observer;
  return secret ? ask(board, secret) : joinByItself(board);
}

async function ask(board: BoardId, secret: string): Promise<SeatState> {
  try {
    return { kind: "asking", secret, summary: await readSummary(board, secret) };
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.code === "door-closed")
      return { kind: "asking", secret, summary: undefined, hasDoor: true };
    const state = problemState(byLink(failure));
    return state.kind === "unreachable" ? { kind: "asking", secret, summary: undefined } : state;
  }
}

/**
 * A link of a higher role raises the role of whoever is on the board already; any other changes nothing, and then nobody
 * can tell whose link it was.
 */
async function raise(board: BoardId, secret: string, from: Role): Promise<void> {
  const joined = await joinBoard(board, { secret }).catch(() => undefined);
  if (joined && !joined.isWaiting) seated(board, joined, joined.role === from ? undefined : secret);
}

function seated(
  board: BoardId,
  { participantId, role, isWaiting }: Joined,
  secret: string | undefined,
  title?: string,
): SeatState {
  unmarkForgotten(board);
  if (isWaiting) return { kind: "waiting", secret };
  rememberBoard({
    id: board,
    participantId,
    role,
    lastVisitAt: Date.now(),
    ...(title !== undefined && { title }),
    ...(secret !== undefined && { secrets: { [role]: secret } }),
  });
  return { kind: "seated", me: participantId };
}

/** A key may be a seat's or a link's, so the server calls an unknown one no seat. This one came in a link. */
const byLink = (failure: unknown): unknown =>
  failure instanceof ApiFailure && failure.code === "no-seat"
    ? new ApiFailure("secret-unknown", failure.message, failure.status, { cause: failure })
    : failure;

function problemState(failure: unknown): SeatState {
  if (!(failure instanceof ApiFailure)) throw failure;
  if (failure.code === "no-board" || failure.code === "board-deleted") return { kind: "no-board" };
  // they are at the door still, where they are told when they may ask again
  if (failure.code === "turned-away") return { kind: "waiting", secret: undefined };
  if (failure.status === 401)
    return { kind: "no-key", problem: failure.code === "no-seat" ? undefined : failure };
  return { kind: "unreachable", problem: failure };
}
