import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Compaction } from "./compaction.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settings = { rows: 10, sizeBytes: 1_000, quietMs: 100 };

function folding(log: { rows: number; sizeBytes: number; stateBytes: number }) {
  const fold = vi.fn(async () => {
    log.rows = 0;
    log.sizeBytes = 0;
  });
  return { fold, compaction: new Compaction(log, settings, fold) };
}

test("[S3] a log that is due is folded when nobody has written for a while", () => {
  const log = { rows: 9, sizeBytes: 0, stateBytes: 0 };
  const { fold, compaction } = folding(log);
  compaction.runIfDue();
  vi.advanceTimersByTime(1_000);
  expect(fold).not.toHaveBeenCalled();
  log.rows = 10;
  compaction.runIfDue();
  vi.advanceTimersByTime(99);
  compaction.runIfDue(); // somebody wrote again
  vi.advanceTimersByTime(99);
  expect(fold).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(fold).toHaveBeenCalledOnce();
});

test("[S3] one that has become far too long is folded at once; a large state lets it grow", () => {
  const log = { rows: 0, sizeBytes: 40_000, stateBytes: 20_000 };
  const { fold, compaction } = folding(log);
  compaction.runIfDue();
  expect(fold).not.toHaveBeenCalled();
  log.sizeBytes = 80_000;
  compaction.runIfDue();
  expect(fold).toHaveBeenCalledOnce();
});

test("[S3] a document that is closed is not folded any more", () => {
  const { fold, compaction } = folding({ rows: 10, sizeBytes: 0, stateBytes: 0 });
  compaction.runIfDue();
  compaction.stop();
  vi.advanceTimersByTime(1_000);
  expect(fold).not.toHaveBeenCalled();
});
