// How this browser comes to its seat on a board.
//
//   opened ─┬─(known here)──────────────────────────────▶ seated     without a question, also offline
//           ├─(a link's secret)──▶ asking ──(name, join)─▶ seated
//           └─(neither)──(the cookie still stands for a seat, or the board admits who is signed in)─▶ seated
//                      └─▶ no key: why, and a field for the link
//
// The secret stands in the fragment of the address, which reaches no server; it leaves the address bar at once.
import { readBoardId, type BoardId, type ParticipantId, type Role } from "@secondstory/shared";
import { ApiFailure, joinBoard, readSummary, type BoardSummary } from "../room/api.ts";
import { knownBoard, rememberBoard } from "../room/known-boards.ts";

export type SeatState =
  | { readonly kind: "opening" }
  /** A name is asked for. The summary is missing when the server does not answer. */
  | { readonly kind: "asking"; readonly secret: string; readonly summary: BoardSummary | undefined }
  | { readonly kind: "seated"; readonly me: ParticipantId }
  /** No key in the link; `problem` when a link was there and did not work. */
  | { readonly kind: "no-key"; readonly problem: ApiFailure | undefined }
  | { readonly kind: "no-board" }
  /** Nothing is known here, and the server does not answer. */
  | { readonly kind: "unreachable"; readonly problem: ApiFailure };

/** What can be told at once, without asking the server: whoever is known here is in. */
export function seatAtFirst(board: BoardId): SeatState {
  const known = location.hash ? undefined : knownBoard(board);
  return known ? { kind: "seated", me: known.participantId } : { kind: "opening" };
}

/** Takes the secret out of the address, so that nobody reads or copies it from there. */
export function takeSecret(): string | undefined {
  const secret = readSecret(location.hash);
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  return secret;
}

/** A secret as it stands in a fragment; undefined for anything else. */
export function readSecret(fragment: string): string | undefined {
  return /^#?([A-Za-z0-9_-]{8,200})$/.exec(fragment)?.[1];
}

/** What a pasted link leads to; a bare key belongs to the board that is open. */
export function readLink(
  text: string,
  here: BoardId,
): { readonly board: BoardId; readonly secret: string } | undefined {
  const [address = "", fragment] = text.trim().split("#");
  const secret = readSecret(fragment ?? address);
  if (!secret) return undefined;
  if (fragment === undefined || address === "") return { board: here, secret };
  const board = readBoardId(/\/b\/([^/?]+)/.exec(address)?.[1]);
  return board && { board, secret };
}

/** Finds out how this browser stands with a board. */
export async function findSeat(board: BoardId, secret: string | undefined): Promise<SeatState> {
  const known = knownBoard(board);
  if (known) {
    if (secret) await raise(board, secret, known.role);
    return { kind: "seated", me: known.participantId };
  }
  return secret ? ask(board, secret) : joinByItself(board);
}

/** Without a key: by the cookie, or because the board admits everybody who is signed in. */
async function joinByItself(board: BoardId): Promise<SeatState> {
  try {
    return seated(board, await joinBoard(board, {}), undefined);
  } catch (failure) {
    return problemState(failure);
  }
}

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
  if (joined) seated(board, joined, joined.role === from ? undefined : secret);
}

function seated(
  board: BoardId,
  { participantId, role }: Awaited<ReturnType<typeof joinBoard>>,
  secret: string | undefined,
  title?: string,
): SeatState {
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
  if (failure.code === "no-board") return { kind: "no-board" };
  if (failure.status === 401)
    return { kind: "no-key", problem: failure.code === "no-seat" ? undefined : failure };
  return { kind: "unreachable", problem: failure };
}
