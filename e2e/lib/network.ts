// A network of one's own that a journey can cut: sockets close, new ones and every call fail, until it is joined again.
import type { BrowserContext, WebSocketRoute } from "@playwright/test";

export interface Network {
  readonly cut: () => Promise<void>;
  readonly join: () => Promise<void>;
}

/** Puts a network between a context's pages and the server. Call it before the first page is opened. */
export async function ownNetwork(context: BrowserContext): Promise<Network> {
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/sync\//, async (socket) => {
    if (isCut) {
      await socket.close();
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  await context.route("**/api/**", (route) =>
    isCut ? route.abort("internetdisconnected") : route.continue(),
  );
  return {
    cut: async () => {
      isCut = true;
      const sockets = [...open];
      open.clear();
      await Promise.all(sockets.map((socket) => socket.close()));
    },
    join: async () => {
      isCut = false;
      await Promise.all(
        context
          .pages()
          .map((page) => page.evaluate(() => window.dispatchEvent(new Event("online")))),
      );
    },
  };
}
