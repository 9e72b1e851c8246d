// Messages that nobody can have meant, for tests: random bytes, and what clients send with a few bytes changed.
import * as encoding from "lib0/encoding";
import { Copy, emptyUpdate } from "./docs.ts";
import { awarenessMessage, syncMessage } from "./socket.ts";

/** Gives a number below that of its sides. */
export type Dice = (sides: number) => number;

/** Dice that fall alike in every run (mulberry32). */
export function diceOf(start: number): Dice {
  let state = start;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Messages as clients send them. */
function validMessages(): readonly Uint8Array[] {
  const copy = new Copy();
  const updates = ["one", " two", " three"].map((words) => copy.type(words));
  const auth = encoding.createEncoder();
  encoding.writeVarUint(auth, 2);
  encoding.writeVarUint(auth, 0);
  encoding.writeVarString(auth, "denied");
  return [
    ...updates.map((update) => syncMessage("update", update)),
    syncMessage("step1", copy.vector),
    syncMessage("step1", new Uint8Array([0])),
    syncMessage("step2", copy.state),
    syncMessage("step2", emptyUpdate),
    awarenessMessage({ client: 7, clock: 1, state: { cursor: { anchor: 3 } } }),
    awarenessMessage({ client: 8, clock: 2, state: null }),
    Uint8Array.of(3),
    encoding.toUint8Array(auth),
  ];
}

/** Gives one message after the other: this share of them as clients send it, the rest mutated or random. */
export function messagesOf(dice: Dice, validShare: number): () => Uint8Array {
  const valid = validMessages();
  return () => {
    const message = valid[dice(valid.length)] ?? new Uint8Array();
    if (dice(1_000) < validShare * 1_000) return message;
    return dice(5) === 0
      ? Uint8Array.from({ length: dice(200) }, () => dice(256))
      : mutated(dice, message);
  };
}

/** A message with a few bytes changed, lost, doubled or put in. */
function mutated(dice: Dice, message: Uint8Array): Uint8Array {
  let bytes = [...message];
  for (let count = 1 + dice(3); count > 0; count--) {
    const at = dice(bytes.length + 1);
    switch (dice(5)) {
      case 0:
        bytes[at] = dice(256);
        break;
      case 1:
        bytes = bytes.slice(0, at);
        break;
      case 2:
        bytes.splice(at, 0, dice(256));
        break;
      case 3:
        bytes.splice(at, 1 + dice(4));
        break;
      case 4:
        bytes = [...bytes, ...bytes.slice(at)];
    }
  }
  return Uint8Array.from(bytes);
}
