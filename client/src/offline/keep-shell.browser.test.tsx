// A page and its service worker: when the worker just takes over, and when the person is asked.
import { afterEach, expect, test, vi } from "vitest";
import { useShell } from "../screen/shell.ts";
import { keepShell } from "./keep-shell.ts";
import { readWorkerMessage, runningLock, type WorkerMessage } from "./worker-messages.ts";

const script = "https://board.test/assets/index-1.js";

afterEach(() => useShell.setState(useShell.getInitialState(), true));

/** A worker of the version that a script starts. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = "installing";
  readonly heard: WorkerMessage["say"][] = [];
  readonly #script: string;

  constructor(ownScript: string) {
    super();
    this.#script = ownScript;
  }

  postMessage(data: unknown, [port]: readonly MessagePort[] = []): void {
    const message = readWorkerMessage(data);
    if (message) this.heard.push(message.say);
    if (message?.say === "is-yours") port?.postMessage(message.script === this.#script);
  }

  turn(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  readonly update = vi.fn(async () => {});

  /** A version was found and is installed. Beside an older one it waits. */
  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    this.install(worker);
  }

  install(worker: FakeWorker): void {
    this.installing = null;
    if (this.active) this.waiting = worker;
    else this.active = worker;
    worker.turn("installed");
  }
}

async function open(registration = new FakeRegistration()) {
  const container = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: async () => registration,
  });
  const locks: string[] = [];
  const reload = vi.fn();
  await keepShell(new URL("https://board.test/sw.js"), {
    script,
    worker: container as never,
    locks: { request: (name: string) => void locks.push(name) } as never,
    reload,
    random: () => 0.5,
  });
  return { registration, container, locks, reload };
}

const offered = () => useShell.getState().loadNewer;
const own = () => new FakeWorker(script);
const newer = () => new FakeWorker("https://board.test/assets/index-2.js");
const running = (active: FakeWorker) => Object.assign(new FakeRegistration(), { active });

test("[O6] the address opens without the server as soon as everything is kept, and not before", async () => {
  const { registration } = await open();
  expect(useShell.getState().canReopen).toBe(false);
  registration.find(own());
  expect(useShell.getState().canReopen).toBe(true);
});

test("[O5] a page says which version it runs, and has the worker let go of what nobody runs", async () => {
  const worker = own();
  const { locks } = await open(running(worker));
  expect(locks).toEqual([runningLock(script)]);
  expect(worker.heard).toEqual(["tidy"]);
});

test("[O4] of this page's own version the worker takes over without a question", async () => {
  const { registration } = await open(running(newer()));
  const worker = own();
  registration.find(worker);
  await expect.poll(() => worker.heard).toEqual(["is-yours", "take-over"]);
  expect(offered()).toBeUndefined();
});

test("[O4] a newer version waits until the page is left for it", async () => {
  const { registration, reload } = await open(running(own()));
  const worker = newer();
  registration.find(worker);
  await expect.poll(() => offered()).toBeDefined();
  expect(worker.heard).toEqual(["is-yours"]);
  expect(reload).not.toHaveBeenCalled();

  offered()?.();
  expect(worker.heard).toEqual(["is-yours", "take-over"]);
  expect(reload).not.toHaveBeenCalled();
  worker.turn("activated");
  await expect.poll(() => reload).toHaveBeenCalledOnce();
});

test("[O4] one that waits already when the page is opened is offered too", async () => {
  const registration = Object.assign(running(own()), { waiting: newer() });
  await open(registration);
  await expect.poll(() => offered()).toBeDefined();
});

test("[O4] one that is on its way already when the page is opened is not missed", async () => {
  const [offering, taking] = [newer(), own()];
  for (const worker of [offering, taking]) {
    const registration = Object.assign(running(newer()), { installing: worker });
    await open(registration);
    registration.install(worker);
  }
  await expect.poll(() => taking.heard).toEqual(["is-yours", "take-over"]);
  await expect.poll(() => offered()).toBeDefined();
  expect(offering.heard).toEqual(["is-yours"]);
});

test("[O4] when another tab has taken the newer version, this page goes on and is offered it", async () => {
  const { container, reload } = await open(running(own()));
  container.controller = newer();
  container.dispatchEvent(new Event("controllerchange"));
  await expect.poll(() => offered()).toBeDefined();
  offered()?.();
  expect(reload).toHaveBeenCalledOnce();
});

test("[O7] after an outage everybody looks for a newer version, each at a moment of their own within a minute", async () => {
  const { registration } = await open(running(own()));
  vi.useFakeTimers();
  useShell.getState().lookForNewer();
  await vi.advanceTimersByTimeAsync(29_900);
  expect(registration.update).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(registration.update).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
