// What every host of documents does, on the event loop and in threads.
import { openBoard, readBoardState, readCardId, type ControlState } from "@secondstory/shared";
import { openControl, readControl } from "@secondstory/shared";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { must } from "../testing/server.ts";
import { DocSpoiled, type DocHost } from "./doc-host.ts";
import { workerHost } from "./worker-host.ts";
import { yjsHost } from "./yjs-host.ts";

const event = {
  id: must(readCardId("event-1")),
  at: 0,
  text: "Paged",
  kind: "alert",
  evidence: [{ text: "log line" }],
} as const;

const board = (...updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return readBoardState(openBoard(doc));
};

/** An update that Yjs reads and then breaks on: a struct that leans on itself. */
const breaking = Uint8Array.of(1, 1, 7, 0, 0x84, 7, 0, 1, 120, 0);

async function someControl(host: DocHost): Promise<ControlState> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await host.seedControl({ title: "An outage", language: "en" }, 1));
  return readControl(openControl(doc));
}

function opened(makeHost: () => DocHost): DocHost {
  const host = makeHost();
  onTestFinished(() => host.close());
  return host;
}

describe.each([
  ["on the event loop", () => yjsHost],
  ["in threads", () => workerHost(2)],
])("%s", (_, makeHost) => {
  test("a board is opened from updates, written, read and folded", async () => {
    const host = opened(makeHost);
    const first = await host.openBoard([]);
    const update = await first.addEvents([event], 1);
    const doc = await host.openBoard([update]);
    expect(await doc.read()).toEqual(board(update));
    const more = await first.addEvents([{ ...event, id: must(readCardId("event-2")) }], 2);
    await doc.apply([more]);
    const { bytes, sections } = await doc.state();
    expect(board(bytes)).toEqual(board(update, more));
    expect(new Set(sections.map(({ client }) => client))).toEqual(
      new Set(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(bytes)).keys()),
    );
    for (const section of sections) expect(section.bytes).toEqual(bytes);
    expect(await doc.markdown(await someControl(host), "en")).toContain("Paged");
    first.close();
    doc.close();
  });

  test("[S25] every opening writes under a client id of its own", async () => {
    const host = opened(makeHost);
    const clients = new Set<number>();
    for (let round = 0; round < 3; round++) {
      const doc = await host.openBoard([]);
      for (const { client } of (await doc.state()).sections) clients.add(client);
      const { structs } = Y.decodeUpdate(await doc.addEvents([event], 1));
      for (const { id } of structs) clients.add(id.client);
      doc.close();
    }
    expect(clients.size).toBe(3);
  });

  test("updates that break a document are said to, and harm no other", async () => {
    const host = opened(makeHost);
    await expect(host.openBoard([breaking])).rejects.toThrow(DocSpoiled);
    const doc = await host.openBoard([]);
    const other = await host.openBoard([]);
    await expect(doc.apply([breaking])).rejects.toThrow(DocSpoiled);
    expect(await other.read()).toEqual(board());
  });
});

test("a thread that dies is told to whoever waits, and the next document starts another", async () => {
  const dying = new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(1));`,
    )}`,
  );
  const host = opened(() => workerHost(1, dying));
  await expect(host.openBoard([])).rejects.toThrow("the thread has ended");
  await expect(host.openBoard([])).rejects.toThrow("the thread has ended");
  expect(host.openDocs).toBe(0);
});
