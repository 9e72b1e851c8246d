// What a command or a request answers: a value, or a refusal with a code. A refusal is normal (the card is gone, you do
// not lead); failures and bugs throw.

/** A declined command or request. Each kind has a `code` of its own and says what it is about. */
export interface Refusal {
  readonly code: string;
}

export type Result<Value, Reason extends Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Reason };

/** The result of something that went through and has nothing to tell. */
export const done: Result<void, never> = { ok: true, value: undefined };

/** The result of something that went through. */
export const accept = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** The result of something that was declined. */
export const refuse = <Reason extends Refusal>(refusal: Reason): Result<never, Reason> => ({
  ok: false,
  refusal,
});

/** States what was believed. A false belief is a bug: it throws, and nobody catches it but the outermost boundary. */
export function invariant(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`Believed, and wrong: ${belief}`);
}
