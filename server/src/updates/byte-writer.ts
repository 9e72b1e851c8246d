// Writes into bytes whose size was reckoned before: one allocation, one copy, however large an update is.

/** The most bytes that a number takes. */
export const maxVarUintBytes = 8;

/** A place in bytes of a size that suffices. */
export class ByteWriter {
  readonly #bytes: Uint8Array;
  position = 0;

  /** `maxSize` is the most that will be written. */
  constructor(maxSize: number) {
    this.#bytes = new Uint8Array(maxSize);
  }

  byte(value: number): void {
    this.#bytes[this.position++] = value;
  }

  varUint(value: number): void {
    let left = value;
    while (left > 0x7f) {
      this.#bytes[this.position++] = 0x80 | (left & 0x7f);
      left = left > 0x7fff_ffff ? Math.floor(left / 0x80) : left >>> 7;
    }
    this.#bytes[this.position++] = left;
  }

  /** Copies a part of other bytes. */
  copy(source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (length > 64) {
      this.#bytes.set(source.subarray(start, end), this.position);
      this.position += length;
      return;
    }
    for (let at = start; at < end; at++) this.#bytes[this.position++] = source[at] ?? 0;
  }

  /** What was written. Bytes much larger than that are not held on to. */
  done(): Uint8Array {
    const isTight = this.position * 2 > this.#bytes.length;
    return isTight ? this.#bytes.subarray(0, this.position) : this.#bytes.slice(0, this.position);
  }
}
