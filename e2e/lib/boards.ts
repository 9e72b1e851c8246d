// Boards as a script makes them, and calls as a script sends them: for what comes before a journey, and for bad input.
import type { Page } from "@playwright/test";

/** A board just made: its id, its links, and the secrets in them, by the role they give. */
export interface NewBoard {
  readonly id: string;
  readonly links: Readonly<Record<"facilitator" | "participant" | "observer", string>>;
  readonly secrets: Readonly<Record<"facilitator" | "participant" | "observer", string>>;
}

/** What the server said to a call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Makes a board without a browser. */
export async function makeBoard(url: string, title: string): Promise<NewBoard> {
  const answer = await call(url, "POST", "/api/boards", JSON.stringify({ title }));
  if (answer.status !== 201) throw new Error(`No board: ${JSON.stringify(answer)}`);
  return answer.body as NewBoard; // our own server's answer, parsed once
}

/** Opens the columns of Lessons, which a new board hides: there everyone sees a note while it is typed. */
export async function openLessons(url: string, { id, secrets }: NewBoard): Promise<void> {
  const answer = await call(url, "POST", `/api/boards/${id}/requests`, reveal, secrets.facilitator);
  if (answer.status !== 200) throw new Error(`Still hidden: ${JSON.stringify(answer)}`);
}

/** The request by which whoever leads opens them. */
export const reveal = JSON.stringify({
  type: "reveal",
  sections: ["helped", "slowed", "differently", "knowledge"],
});

/** Sends a body as it is, JSON or not. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: string,
  bearer?: string,
): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : readJson(text) };
}

/** Opens a socket of a board from a page that has a seat there, sends one frame, and answers the code it is closed with. */
export function closeCodeFor(page: Page, board: string, frame: readonly number[]): Promise<number> {
  return page.evaluate(
    ({ path, bytes }) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(location.origin.replace(/^http/, "ws") + path);
        socket.binaryType = "arraybuffer";
        socket.addEventListener("open", () => socket.send(new Uint8Array(bytes)));
        socket.addEventListener("close", ({ code }) => resolve(code));
      }),
    { path: `/api/boards/${board}/sync/board`, bytes: [...frame] },
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
