// A board filled from a real incident, to try the meeting with: made like any other board, then filled by the model's commands.
import { friendlyName, type BoardId, type Language } from "@secondstory/shared";
import { cloudflare2019, fillDemo } from "@secondstory/shared/demo";
import { nanoid } from "nanoid";
import { createBoard, joinBoard } from "../room/api.ts";
import { holdSession } from "../room/held-sessions.ts";
import { rememberBoard } from "../room/known-boards.ts";
import { openSession } from "../room/open-session.ts";
import { myLastName } from "../screen/my-name.ts";

/** Makes a demo board and sits down at it as its facilitator. Throws an ApiFailure. */
export async function createDemo(language: Language): Promise<BoardId> {
  const { title } = cloudflare2019;
  const { id, secrets } = await createBoard({ title, language });
  const name = myLastName() ?? friendlyName(language, new Set(), Math.random);
  const { participantId, role } = await joinBoard(id, { secret: secrets.facilitator, name });
  rememberBoard({ id, participantId, role, title, secrets, lastVisitAt: Date.now() });
  const session = openSession(id, participantId);
  await session.whenLoaded;
  fillDemo(session.board, cloudflare2019, {
    newId: nanoid,
    randomBit: session.randomBit,
    at: session.now(),
  });
  holdSession(session);
  return id;
}
