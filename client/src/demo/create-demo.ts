// A board to try the product with, filled from a real incident: made, filled and on the server's disk before it is shown.
import { nanoid } from "nanoid";
import {
  friendlyName,
  lessonSections,
  setFact,
  type BoardId,
  type Language,
} from "@secondstory/shared";
import { ApiFailure, createBoard, joinBoard, postRequest } from "../room/api.ts";
import { rememberBoard } from "../room/known-boards.ts";
import { openSession, type Session } from "../room/open-session.ts";
import type { Connection } from "../room/connection.ts";
import { myLastName } from "../screen/my-name.ts";

/** A real incident that a board can be filled from. */
export type DemoName = "cloudflare2019" | "github2018";

/** A server on the same machine answers in milliseconds; after this nobody waits any longer. */
const patienceMs = 20_000;

/**
 * Makes a demo board in a language and sits down at it as its facilitator. Its words are English: they are those of the
 * public report. Throws an ApiFailure, `offline` if the server went away meanwhile.
 */
export async function createDemo(language: Language, from: DemoName): Promise<BoardId> {
  const { fillDemo, cloudflare2019, github2018 } = await import("@secondstory/shared/demo");
  const incident = { cloudflare2019, github2018 }[from];
  const { id, secrets } = await createBoard({ title: incident.title, language });
  const name = myLastName() ?? friendlyName(language, new Set(), Math.random);
  const { participantId, role } = await joinBoard(id, { secret: secrets.facilitator, name });
  rememberBoard({
    id,
    participantId,
    role,
    secrets,
    title: incident.title,
    lastVisitAt: Date.now(),
  });
  const session = openSession(id, participantId);
  try {
    await until(session, (connection) => connection.isOnline);
    const { board, now, randomBit } = session;
    fillDemo(board, incident, { newId: () => nanoid(), randomBit, at: now() });
    // its lessons are there already: nobody writes them unseen
    await postRequest(id, { type: "reveal", sections: [...lessonSections] });
    // Filling is not a change of mine and not counted; this one goes out right after it, and is.
    setFact(board, "severity", incident.severity);
    await until(session, (connection) => connection.pending.length === 0);
  } finally {
    session.close();
  }
  return id;
}

function until(
  { connection }: Pick<Session, "connection">,
  isReached: (connection: Connection) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const check = () => {
      if (!isReached(connection.get())) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new ApiFailure("offline", "The server does not answer.", 0));
    }, patienceMs);
    const unsubscribe = connection.subscribe(check);
    check();
  });
}
