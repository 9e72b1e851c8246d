// A new board: made, taken a seat on as its facilitator, and known to this browser. One press, no typing.
import { friendlyName, type BoardId, type Language } from "@secondstory/shared";
import { createBoard, joinBoard } from "../room/api.ts";
import { rememberBoard } from "../room/known-boards.ts";
import { myLastName } from "../screen/my-name.ts";

/** Makes a board in a language and sits down at it. Throws an ApiFailure. */
export async function newBoard(language: Language): Promise<BoardId> {
  const { id, secrets } = await createBoard({ language });
  const name = myLastName() ?? friendlyName(language, new Set(), Math.random);
  const { participantId, role } = await joinBoard(id, { secret: secrets.facilitator, name });
  rememberBoard({ id, participantId, role, secrets, lastVisitAt: Date.now() });
  return id;
}
