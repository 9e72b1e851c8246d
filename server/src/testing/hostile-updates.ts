// Updates that nobody can have meant, for tests: as many parts as fit into their bytes.
import * as encoding from "lib0/encoding";

const garbage = 0;
const skip = 10;

/** An update whose one client left a gap before each of its structs. */
export function updateOfGaps(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 2 * count, 7, 0]) encoding.writeVarUint(encoder, number);
    for (let gap = 0; gap < count; gap++)
      for (const byte of [skip, 1, garbage, 1]) encoding.writeUint8(encoder, byte);
    encoding.writeVarUint(encoder, 0);
  });
}

/** An update to which so many clients contributed one struct each. */
export function updateOfClients(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count);
    for (let client = count; client > 0; client--)
      for (const number of [1, client, 0, garbage, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarUint(encoder, 0);
  });
}

/** An update that deletes every other clock of a client, the last ones first. */
export function updateOfDeletions(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [0, 1, 7, count]) encoding.writeVarUint(encoder, number);
    for (let range = count; range > 0; range--)
      for (const number of [2 * range, 1]) encoding.writeVarUint(encoder, number);
  });
}

/** An update of one struct that holds so many values. */
export function updateOfValues(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, 7, 0, 8, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, "list");
    encoding.writeVarUint(encoder, count);
    for (let value = 0; value < count; value++) encoding.writeAny(encoder, null);
    encoding.writeVarUint(encoder, 0);
  });
}

/** A state vector of so many clients. */
export function vectorOfClients(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count);
    for (let client = 0; client < count; client++)
      for (const number of [client, 1]) encoding.writeVarUint(encoder, number);
  });
}
