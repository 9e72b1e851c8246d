// For tests of the screen: a server that answers HTTP as the contract says, by method and path; without an answer it is away.
import { vi } from "vitest";

export interface Call {
  readonly what: string;
  readonly body: unknown;
  readonly authorization: string | null;
}

type Answer = () => Response;

/** An answer with a body. */
export const answers =
  (body: unknown, status = 200): Answer =>
  () =>
    Response.json(body, { status });

/** A coded failure. */
export const failure = (status: number, code: string): Answer =>
  answers({ error: { code, message: `The server says ${code}.` } }, status);

/** Stands in for `fetch`. Answers the list of calls as it grows. */
export function stubServer(routes: Readonly<Record<string, Answer>>): readonly Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const request = new Request(input, init);
    const what = `${request.method} ${new URL(request.url).pathname}`;
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    calls.push({ what, body, authorization: request.headers.get("authorization") });
    const answer = routes[what];
    return answer
      ? Promise.resolve(answer())
      : Promise.reject(new TypeError(`Nothing answers ${what}`));
  });
  return calls;
}
