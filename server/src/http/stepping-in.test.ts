// Stepping in, over real sockets: the server offers it by its own attendance, and decides by that too.
import type { AuditEvent } from "../audit/audit.ts";
import { openControl, readControl, type ControlState } from "@secondstory/shared";
import { expect, test } from "vitest";
import { Copy } from "../testing/docs.ts";
import { testServer, type TestSeat, type TestServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

/** A board with three people, on a server that offers the lead after so long. */
async function scene(stepInAfterMs: number) {
  const audited: AuditEvent[] = [];
  const audit = async (event: AuditEvent) => void audited.push(event);
  const server = await testServer({ settings: { stepInAfterMs }, audit });
  const board = await server.createBoard();
  const noa = await server.join(board, "facilitator");
  const lena = await server.join(board, "participant");
  const tom = await server.join(board, "participant");
  return { server, noa, lena, tom, audited };
}

/** Somebody's socket of the control document, and a wait for what it says. */
async function follow(server: TestServer, seat: TestSeat) {
  const socket = await server.socket(seat.board, "control", { headers: seat.headers });
  const copy = new Copy();
  socket.send(syncMessage("step1", copy.vector));
  copy.take((await socket.next("step2")).bytes);
  const until = async (isSo: (control: ControlState) => boolean): Promise<ControlState> => {
    for (;;) {
      const control = readControl(openControl(copy.doc));
      if (isSo(control)) return control;
      copy.take((await socket.next("update")).bytes);
    }
  };
  return { socket, until };
}

const isOffered = ({ lead }: ControlState) => lead.leaderlessAt !== undefined;

test("[L2] nobody who leads is here: it is offered, one steps in, the second is told, and who returns leads too", async () => {
  const { server, noa, lena, tom, audited } = await scene(20);
  const here = await follow(server, lena);
  await here.until(isOffered);
  expect((await server.ask(lena, { type: "stepIn" })).status).toBe(200);
  const control = await here.until((now) => !isOffered(now));
  expect(control.lead.steppedIn?.by).toBe(lena.participant);
  expect(control.roster[lena.participant]?.role).toBe("facilitator");
  const late = await server.ask(tom, { type: "stepIn" });
  expect([late.status, late.body.error.code]).toEqual([400, "somebody-leads"]);
  expect((await server.ask(noa, { type: "advance" })).body.control.phase).toBe("check-in");
  expect(audited.at(-1)).toEqual({ event: "step-in", board: noa.board, by: lena.participant });
});

test("[L2] the offer is taken back when somebody who leads comes", async () => {
  const { server, noa, lena } = await scene(20);
  const here = await follow(server, lena);
  await here.until(isOffered);
  await follow(server, noa);
  await here.until((control) => !isOffered(control));
  const late = await server.ask(lena, { type: "stepIn" });
  expect(late.body.error.code).toBe("somebody-leads");
});

test("[L2] nothing is offered and nobody steps in while somebody leads, or before the time", async () => {
  const { server, noa, lena } = await scene(3_600_000);
  await follow(server, lena);
  expect((await server.ask(lena, { type: "stepIn" })).body.error.code).toBe("somebody-leads");
  await follow(server, noa);
  expect((await server.ask(lena, { type: "stepIn" })).body.error.code).toBe("somebody-leads");
});

test("[L3] a facilitator switches it off, and takes an offer back with that", async () => {
  const { server, noa, lena, audited } = await scene(20);
  const here = await follow(server, lena);
  await here.until(isOffered);
  await server.ask(noa, { type: "setStepIn", allowed: false });
  await here.until((control) => !isOffered(control));
  expect((await server.ask(lena, { type: "stepIn" })).body.error.code).toBe("no-step-in");
  expect(audited.at(-1)?.event).toBe("step-in-off");
});
