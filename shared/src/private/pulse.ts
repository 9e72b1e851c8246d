// My answer to the pulse: one of five positions of the sun, in my private document until the server counts.
import { z } from "zod/mini";
import type { PhaseId } from "../phases/index.ts";
import type { Private } from "./private.ts";

/** The positions, from below the horizon to high above it. */
export const pulsePositions = ["very-heavy", "heavy", "in-between", "light", "very-light"] as const;

export type PulsePosition = (typeof pulsePositions)[number];

const position = z.enum(pulsePositions);

/** Answers, or answers anew. One value under one key: of two devices the later one stands. */
export function answerPulse({ pulse }: Private, phase: PhaseId, answer: PulsePosition): void {
  if (pulse.get(phase) !== answer) pulse.set(phase, answer);
}

/** What somebody answered; undefined if nothing that can be read. */
export function readPulseAnswer({ pulse }: Private, phase: PhaseId): PulsePosition | undefined {
  const parsed = position.safeParse(pulse.get(phase));
  return parsed.success ? parsed.data : undefined;
}
