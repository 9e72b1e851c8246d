// Reads the pieces that Yjs updates are made of, strictly: whatever Yjs would stumble over is refused here.

/** Bytes that are no update, no state vector or no message. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Something made of more parts than anybody writes: each would take memory and time. */
export class TooManyParts extends Unreadable {}

/** How deep a value may be nested: Yjs reads values recursively. */
const maxDepth = 64;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A place in some bytes. Every method moves it on and throws `Unreadable` where the bytes are not what they should be. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;
  #partsLeft: number;

  /** `maxParts` is how often `part` may be called. */
  constructor(bytes: Uint8Array, position = 0, maxParts = Number.POSITIVE_INFINITY) {
    this.bytes = bytes;
    this.position = position;
    this.#partsLeft = maxParts;
  }

  /** Counts a part of what is read. Throws `TooManyParts` for one too many. */
  part(): void {
    this.#partsLeft -= 1;
    if (this.#partsLeft < 0) throw new TooManyParts("it has too many parts");
  }

  /** Whether everything was read. */
  get isAtEnd(): boolean {
    return this.position === this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.position];
    if (byte === undefined) throw new Unreadable("cut short");
    this.position += 1;
    return byte;
  }

  /** A number that is written in groups of seven bits, at most `Number.MAX_SAFE_INTEGER`. */
  varUint(): number {
    const { bytes } = this;
    let byte = bytes[this.position++];
    if (byte === undefined) throw this.#cutShort();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let unit = 0x80; unit <= 2 ** 49; unit *= 0x80) {
      byte = bytes[this.position++];
      if (byte === undefined) throw this.#cutShort();
      value += (byte & 0x7f) * unit;
      if (byte >= 0x80) continue;
      if (value > Number.MAX_SAFE_INTEGER) break;
      return value;
    }
    throw new Unreadable("a number is too large");
  }

  skip(length: number): void {
    this.position += length;
    if (this.position > this.bytes.length) throw this.#cutShort();
  }

  /** Bytes with their length before them, as a view. */
  varBytes(): Uint8Array {
    const length = this.varUint();
    const start = this.position;
    this.skip(length);
    return this.bytes.subarray(start, this.position);
  }

  varString(): string {
    try {
      return utf8.decode(this.varBytes());
    } catch (cause) {
      if (cause instanceof Unreadable) throw cause;
      throw new Unreadable("a text is not UTF-8", { cause });
    }
  }

  /** Skips a string and gives its length as JavaScript counts it. */
  skipString(): number {
    const { bytes, position } = this;
    const length = this.varUint();
    const start = this.position;
    this.skip(length);
    for (let at = start; at < this.position; at++) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      this.position = position; // not plain ASCII: it has to be decoded
      return this.varString().length;
    }
    return length;
  }

  /** Skips a JSON text that has to be readable. */
  skipJson(): void {
    const text = this.varString();
    if (text.length > 1 && (text.startsWith("[") || text.startsWith("{"))) checkDepth(text);
    try {
      JSON.parse(text);
    } catch (cause) {
      throw new Unreadable("a value is not JSON", { cause });
    }
  }

  /** Skips a value of lib0's own encoding. */
  skipAny(depth = 0): void {
    if (depth > maxDepth) throw new Unreadable("a value is nested too deeply");
    const type = this.byte();
    switch (type) {
      case anyTypes.undefined:
      case anyTypes.null:
      case anyTypes.false:
      case anyTypes.true:
        return;
      case anyTypes.integer:
        return this.#skipVarInt();
      case anyTypes.float32:
        return this.skip(4);
      case anyTypes.float64:
      case anyTypes.bigint:
        return this.skip(8);
      case anyTypes.string:
        this.skipString();
        return;
      case anyTypes.object:
        for (let left = this.varUint(); left > 0; left--) {
          this.part();
          this.skipString();
          this.skipAny(depth + 1);
        }
        return;
      case anyTypes.array:
        for (let left = this.varUint(); left > 0; left--) {
          this.part();
          this.skipAny(depth + 1);
        }
        return;
      case anyTypes.bytes:
        this.skip(this.varUint());
        return;
    }
    throw new Unreadable("a value of an unknown type");
  }

  #skipVarInt(): void {
    for (let length = 1; length <= 8; length++) if (this.byte() < 0x80) return;
    throw new Unreadable("a number is too large");
  }

  #cutShort(): Unreadable {
    return new Unreadable("cut short");
  }
}

/** lib0/encoding, `writeAny`. */
const anyTypes = {
  bytes: 116,
  array: 117,
  object: 118,
  string: 119,
  true: 120,
  false: 121,
  bigint: 122,
  float64: 123,
  float32: 124,
  integer: 125,
  null: 126,
  undefined: 127,
} as const;

/** Brackets inside of texts count too: refusing such a value is better than trusting it. */
function checkDepth(json: string): void {
  let depth = 0;
  for (const character of json) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > maxDepth) throw new Unreadable("a value is nested too deeply");
  }
}
