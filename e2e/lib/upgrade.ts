// A server that is replaced by one with a newer client, as an upgrade does: a proxy in front of the real one, behind which
// from one moment on the script that starts the page bears another name, and nothing is found under the old one.
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type RequestOptions } from "node:http";
import { text } from "node:stream/consumers";

export interface Upgrade {
  readonly url: string;
  /** From here on the newer client is served. */
  readonly install: () => void;
  readonly close: () => void;
}

/** Puts a proxy in front of a server. */
export async function upgradeable(server: string): Promise<Upgrade> {
  const page = await (await fetch(server)).text();
  const script = /assets\/(index-[\w-]+)\.js/.exec(page)?.[1];
  if (!script) throw new Error("No script starts the page.");
  const newer = `${script}-newer`;
  let isNewer = false;
  /** The worker's name for a version is sixteen hex digits. */
  const renewed = (code: string) =>
    code.replaceAll(script, newer).replace(/`[0-9a-f]{16}`/, "`newer`");

  const ask = async (asked: IncomingMessage, options: RequestOptions = {}) => {
    const headers = { ...asked.headers };
    for (const name of ["host", "accept-encoding", "if-none-match", "if-modified-since"])
      delete headers[name]; // everything comes whole and plain, to be changed here
    const call = request(server, { method: asked.method ?? "GET", headers, ...options });
    asked.pipe(call);
    const [answer] = (await once(call, "response")) as [IncomingMessage];
    return answer;
  };
  const proxy = createServer((asked, reply) => {
    const serve = async () => {
      const { url = "/" } = asked;
      if (isNewer && url.includes(`${script}.js`)) return void reply.writeHead(404).end();
      const answer = await ask(asked, { path: url.replace(newer, script) });
      const isText = /html|javascript/.test(answer.headers["content-type"] ?? "");
      const { "content-length": _, ...headers } = answer.headers;
      reply.writeHead(answer.statusCode ?? 500, isText ? headers : answer.headers);
      if (isText && isNewer) reply.end(renewed(await text(answer)));
      else answer.pipe(reply);
    };
    serve().catch(() => reply.destroy());
  }).listen(0, "127.0.0.1");
  proxy.on("upgrade", (asked, socket) => {
    const call = request(server, { path: asked.url, headers: asked.headers });
    call.on("error", () => socket.destroy());
    call.on("upgrade", (answer, onward) => {
      const lines = Object.entries(answer.headers).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`);
      onward.pipe(socket).pipe(onward);
      for (const end of [socket, onward]) end.on("error", () => end.destroy());
    });
    call.end();
  });
  await once(proxy, "listening");
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("No port to be had.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    install: () => {
      isNewer = true;
    },
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
