// A network of one's own that a journey can cut (sockets close, new ones and every call fail, until it is joined again), on
// which it can listen, and speak in the server's name.
import type { BrowserContext, WebSocketRoute } from "@playwright/test";

export interface Network {
  /** With a code, sockets are closed with it in the server's name, the new ones too. */
  readonly cut: (code?: number) => Promise<void>;
  readonly join: () => Promise<void>;
  /** Every frame the pages have sent to a board's sockets, by document, in order. */
  readonly sent: readonly Sent[];
  /** Every frame the server has sent to the pages, in the same way. */
  readonly heard: readonly Sent[];
  /** How many sockets were tried so far. */
  readonly tries: () => number;
  /** Closes every open socket in the server's name, with a code. */
  readonly close: (code: number) => Promise<void>;
  /** Sends a frame to the pages on every open socket of the board document. */
  readonly say: (bytes: readonly number[]) => void;
}

interface Sent {
  readonly doc: string;
  readonly bytes: Buffer;
}

/** Puts a network between a context's pages and the server. Call it before the first page is opened. */
export async function ownNetwork(context: BrowserContext): Promise<Network> {
  let isCut = false;
  let cutWith: { readonly code?: number } = {};
  let tries = 0;
  const sent: Sent[] = [];
  const heard: Sent[] = [];
  const open = new Map<WebSocketRoute, string>();
  await context.routeWebSocket(/\/sync\//, async (socket) => {
    tries += 1;
    if (isCut) {
      await socket.close(cutWith);
      return;
    }
    const doc = new URL(socket.url()).pathname.split("/").at(-1) ?? "";
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      sent.push({ doc, bytes: Buffer.from(message) });
      server.send(message);
    });
    server.onMessage((message) => {
      heard.push({ doc, bytes: Buffer.from(message) });
      socket.send(message);
    });
    open.set(socket, doc);
  });
  const closeAll = async (how: { readonly code?: number }) => {
    const sockets = [...open.keys()];
    open.clear();
    await Promise.all(sockets.map((socket) => socket.close(how)));
  };
  await context.route("**/api/**", (route) =>
    isCut ? route.abort("internetdisconnected") : route.continue(),
  );
  return {
    cut: async (code) => {
      isCut = true;
      cutWith = code === undefined ? {} : { code };
      await closeAll(cutWith);
    },
    join: async () => {
      isCut = false;
      await Promise.all(
        context
          .pages()
          .map((page) => page.evaluate(() => window.dispatchEvent(new Event("online")))),
      );
    },
    sent,
    heard,
    tries: () => tries,
    close: (code) => closeAll({ code }),
    say: (bytes) => {
      for (const [socket, doc] of open) if (doc === "board") socket.send(Buffer.from(bytes));
    },
  };
}
