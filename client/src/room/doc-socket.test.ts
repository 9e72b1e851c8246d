// What goes over the wire of one connection, and how it ends.
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { erasedByServer, messageTypes, syncTypes } from "@secondstory/shared";
import { openDocSocket } from "./doc-socket.ts";
import { says, stubSockets, TestSocket } from "./testing-socket.ts";

const { sync, awareness: aware } = messageTypes;
const { step1, step2, update } = syncTypes;

beforeEach(() => {
  vi.useFakeTimers();
  stubSockets();
  vi.stubGlobal("reportError", vi.fn<(error: unknown) => void>());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A connection, with what its owner heard of it; open and up to date if `isSynced`. */
function connection({ isSynced = true, isAware = true } = {}) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState({ participantId: "robin" });
  const heard: string[] = [];
  const connect = () => {
    const docSocket = openDocSocket({
      url: "wss://board.test/sync",
      doc,
      awareness: isAware ? awareness : undefined,
      events: {
        onOpen: () => heard.push("open"),
        onSent: (n, isStep2) => heard.push(isStep2 ? `sent ${n}, all` : `sent ${n}`),
        onSaved: (n, serverAt) => heard.push(`saved ${n} at ${serverAt}`),
        onSynced: () => heard.push("synced"),
        onLost: (code) => heard.push(`lost ${code}`),
      },
    });
    return { docSocket, wire: TestSocket.last };
  };
  const first = connect();
  if (isSynced) {
    first.wire.open();
    first.wire.receive(says.step2(Y.encodeStateAsUpdate(new Y.Doc())));
    heard.length = 0;
  }
  return { doc, awareness, heard, connect, ...first };
}

const text = (doc: Y.Doc) => doc.getText("summary");

function somebodyElse() {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState({ participantId: "noa" });
  return { doc, awareness };
}

test("[N10] on opening it asks for what it lacks and says who is here; it answers what the server asks", () => {
  const { doc, wire, heard } = connection({ isSynced: false });
  text(doc).insert(0, "Before");
  expect(wire.sent).toEqual([]);
  wire.open();
  expect(wire.sentOf(sync, step1)).toEqual([Y.encodeStateVector(doc)]);
  expect(wire.sentOf(aware)).toHaveLength(1);
  text(doc).insert(6, " and after");
  wire.receive(says.step1(Y.encodeStateVector(new Y.Doc())));
  const server = new Y.Doc();
  for (const bytes of wire.sentOf(sync, step2)) Y.applyUpdate(server, bytes);
  expect(text(server).toString()).toBe("Before and after");
  const noa = somebodyElse();
  text(noa.doc).insert(0, "Theirs. ");
  wire.receive(says.step2(Y.encodeStateAsUpdate(noa.doc)));
  wire.receive(says.step2(Y.encodeStateAsUpdate(noa.doc)));
  expect(text(doc).toString()).toContain("Theirs. ");
  expect(heard).toEqual(["open", "sent 1", "sent 2, all", "synced"]);
});

test("[N11] what comes from the server never goes back", () => {
  const { doc, awareness, wire } = connection();
  const noa = somebodyElse();
  const before = wire.sent.length;
  for (let move = 0; move < 50; move++) {
    noa.awareness.setLocalStateField("cursor", move);
    wire.receive(says.here(noa.awareness));
    text(noa.doc).insert(0, "x");
    wire.receive(says.update(Y.encodeStateAsUpdate(noa.doc)));
  }
  noa.awareness.setLocalState(null);
  wire.receive(says.here(noa.awareness));
  expect(text(doc).length).toBe(50);
  expect(awareness.getStates().size).toBe(1);
  expect(wire.sent).toHaveLength(before);
});

test("[N20] asked anew it tells once more when everything is here; what the server erased is not sent back", () => {
  const { doc, docSocket, wire, heard } = connection();
  const empty = says.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  wire.receive(empty);
  expect(heard).toEqual([]);
  docSocket.askAnew();
  wire.receive(empty);
  wire.receive(empty);
  expect(heard).toEqual(["synced"]);
  const before = wire.sent.length;
  doc.transact(() => text(doc).insert(0, "x"), erasedByServer);
  expect(wire.sent).toHaveLength(before);
});

test("[N11] who moves here is told with this browser's own state alone, and leaving too", () => {
  const { awareness, wire } = connection();
  const noa = somebodyElse();
  wire.receive(says.here(noa.awareness));
  wire.sent.length = 0;
  awareness.setLocalStateField("editing", "card");
  awareness.setLocalState(null);
  const told = wire.sentOf(aware);
  expect(told).toHaveLength(2);
  for (const states of told) expect(states[0]).toBe(1); // one client each
});

test("[N11] a state of this browser that the server took off is put back, once", () => {
  const { awareness, wire } = connection();
  wire.sent.length = 0;
  const gone = new Awareness(new Y.Doc());
  gone.states.delete(gone.clientID);
  gone.clientID = awareness.clientID;
  gone.meta.set(gone.clientID, { clock: 100, lastUpdated: 0 });
  wire.receive(says.here(gone));
  expect(wire.sentOf(aware)).toHaveLength(1);
  expect(awareness.getLocalState()).toEqual({ participantId: "robin" });
});

test("[N12] after a break others are gone, and the next connection shows them with the clock they had", () => {
  const { awareness, wire, connect } = connection();
  const noa = somebodyElse();
  const clock = () => awareness.meta.get(awareness.clientID)?.clock ?? 0;
  const before = clock();
  wire.receive(says.here(noa.awareness));
  expect(awareness.getStates().size).toBe(2);
  wire.end(1006);
  expect([...awareness.getStates().keys()]).toEqual([awareness.clientID]);
  const next = connect().wire;
  next.open();
  next.receive(says.here(noa.awareness));
  expect(awareness.getStates().size).toBe(2);
  expect(clock()).toBeGreaterThan(before); // or those who heard that this browser left would not believe it is back
});

test("[N13] it counts what it sends, and passes on what is saved and the server's clock", () => {
  const { doc, wire, heard } = connection();
  for (const letter of "abc") text(doc).insert(0, letter);
  wire.receive(says.saved(2, 42_000));
  expect(heard).toEqual(["sent 1", "sent 2", "sent 3", "saved 2 at 42000"]);
  expect(wire.sentOf(sync, update)).toHaveLength(3);
});

test("[N14] a document without awareness says and hears nothing of it", () => {
  const { awareness, wire } = connection({ isAware: false });
  const noa = somebodyElse();
  wire.receive(says.here(noa.awareness));
  wire.receive(new Uint8Array([messageTypes.queryAwareness]));
  awareness.setLocalStateField("editing", "card");
  expect(wire.sentOf(aware)).toEqual([]);
  expect(awareness.getStates().size).toBe(1);
});

test.each([
  ["nothing", new Uint8Array([])],
  ["a cut frame", new Uint8Array([0, 2, 200, 1])],
  ["an update that is none", says.update(new Uint8Array([1, 2, 3, 4, 5]))],
  ["states that are none", new Uint8Array([1, 3, 9, 9, 9])],
  ["half a confirmation", new Uint8Array([100])],
  ["text", "hello"],
])("[N15] %s ends the connection, is reported, and breaks nothing", (_what, bad) => {
  const { doc, wire, heard, connect } = connection();
  wire.receive(bad);
  expect(heard).toEqual(["lost 1007"]);
  expect(reportError).toHaveBeenCalledOnce();
  wire.receive(says.saved(1));
  text(doc).insert(0, "Still here");
  expect(heard).toEqual(["lost 1007"]);
  const next = connect().wire;
  next.open();
  next.receive(says.step1(Y.encodeStateVector(new Y.Doc())));
  expect(next.sentOf(sync, step2)).toHaveLength(1);
});

test("[N15] a message of a kind this version does not know is left alone", () => {
  const { wire, heard } = connection();
  wire.receive(new Uint8Array([77, 1, 2, 3]));
  wire.receive(new Uint8Array([messageTypes.auth, 0]));
  expect(heard).toEqual([]);
});

test("[N16] a close is told with its code, once; one of one's own is not", () => {
  const { wire, heard } = connection();
  wire.end(1013);
  wire.end(1006);
  expect(heard).toEqual(["lost 1013"]);
  const other = connection();
  other.docSocket.close();
  other.wire.end(1000);
  text(other.doc).insert(0, "Afterwards");
  vi.advanceTimersByTime(600_000);
  expect(other.heard).toEqual([]);
  expect(other.wire.readyState).toBe(3);
});

const vectors = (wire: TestSocket) => wire.sentOf(sync, step1).length;

test("[N17] a silent server is asked for a sign of life, and given up if it gives none", () => {
  const { wire, heard } = connection();
  expect(vectors(wire)).toBe(1);
  vi.advanceTimersByTime(29_000);
  expect(vectors(wire)).toBe(1);
  vi.advanceTimersByTime(6_000);
  expect(vectors(wire)).toBe(2);
  wire.receive(says.step2(Y.encodeStateAsUpdate(new Y.Doc())));
  vi.advanceTimersByTime(25_000);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(30_000);
  expect(vectors(wire)).toBe(3);
  expect(heard).toEqual(["lost 1006"]);
});

test("[N17] with something unconfirmed it asks sooner, and a server that answers is there", () => {
  const { doc, wire, heard } = connection();
  text(doc).insert(0, "x");
  vi.advanceTimersByTime(10_000);
  expect(vectors(wire)).toBe(2);
  wire.receive(says.step2(Y.encodeStateAsUpdate(new Y.Doc())));
  wire.receive(says.saved(1));
  vi.advanceTimersByTime(25_000);
  expect(vectors(wire)).toBe(2);
  expect(heard).toEqual(["sent 1", "saved 1 at 0"]);
});

test("[N17] a large upload and a first answer over a slow line are waited for", () => {
  const { wire, heard, connect } = connection();
  for (let left = 20; left > 0; left--) {
    wire.bufferedAmount = left * 1_000_000;
    vi.advanceTimersByTime(5_000);
  }
  expect(vectors(wire)).toBe(1);
  wire.end(1006);
  const slow = connect().wire;
  slow.open();
  vi.advanceTimersByTime(115_000);
  expect(vectors(slow)).toBe(1);
  expect(heard).toEqual(["lost 1006", "open"]);
});

test("[N17] a connection that does not open is given up", () => {
  const { heard } = connection({ isSynced: false });
  vi.advanceTimersByTime(15_000);
  expect(heard).toEqual(["lost 1006"]);
});

test("[N18] whoever comes back to the page finds out soon whether the server is still there", () => {
  const { docSocket, wire, heard } = connection();
  docSocket.check(); // heard a moment ago
  expect(vectors(wire)).toBe(1);
  vi.advanceTimersByTime(10_000);
  docSocket.check();
  expect(vectors(wire)).toBe(2);
  wire.receive(says.saved(0));
  vi.advanceTimersByTime(10_000);
  docSocket.check();
  vi.advanceTimersByTime(9_000);
  expect(heard).toEqual(["saved 0 at 0"]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual(["saved 0 at 0", "lost 1006"]);
  const stuck = connection({ isSynced: false });
  vi.advanceTimersByTime(3_000);
  stuck.docSocket.check();
  expect(stuck.heard).toEqual(["lost 1006"]);
});
