// Writing and reading tar archives (POSIX.1-1988 ustar), as far as a backup needs them: plain files, whose names are short.
// Any tar shows and unpacks what is written here.
import type { FileHandle } from "node:fs/promises";

const blockBytes = 512;

/** A file that an archive holds. */
export interface TarEntry {
  readonly name: string;
  readonly sizeBytes: number;
}

/** An archive that cannot be read. The message says where. */
export class BadTar extends Error {
  override readonly name = "BadTar";
}

/** Writes an archive, one file after the other. */
export class TarWriter {
  readonly #file: FileHandle;
  readonly #atSeconds: number;

  constructor(file: FileHandle, at: number) {
    this.#file = file;
    this.#atSeconds = Math.floor(at / 1000);
  }

  /** Adds a file. Rejects if its content is not as long as was said. */
  async add({ name, sizeBytes }: TarEntry, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#write(header(name, sizeBytes, this.#atSeconds));
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      if (written > sizeBytes) break;
      await this.#write(chunk);
    }
    if (written !== sizeBytes) throw new Error(`${name} changed while it was copied`);
    await this.#write(new Uint8Array(padding(sizeBytes)));
  }

  async end(): Promise<void> {
    await this.#write(new Uint8Array(2 * blockBytes));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;)
      at += (await this.#file.write(bytes, at, bytes.length - at)).bytesWritten;
  }
}

/** Reads an archive, one file after the other. Each content has to be read to its end before the next. */
export async function* readTar(
  file: FileHandle,
): AsyncGenerator<TarEntry & { readonly content: AsyncIterable<Uint8Array> }> {
  let position = 0;
  for (;;) {
    const block = await read(file, position, blockBytes);
    if (block.every((byte) => byte === 0)) return;
    const entry = readHeader(block);
    const start = position + blockBytes;
    yield { ...entry, content: contentOf(file, start, entry.sizeBytes) };
    position = start + entry.sizeBytes + padding(entry.sizeBytes);
  }
}

async function* contentOf(file: FileHandle, start: number, sizeBytes: number) {
  const chunkBytes = 1024 * 1024;
  for (let at = 0; at < sizeBytes; at += chunkBytes)
    yield await read(file, start + at, Math.min(chunkBytes, sizeBytes - at));
}

async function read(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) throw new BadTar("it ends in the middle");
    at += bytesRead;
  }
  return bytes;
}

const padding = (sizeBytes: number) => (blockBytes - (sizeBytes % blockBytes)) % blockBytes;

/** Where the fields of a header lie. */
const sizeAt = 124;
const sumAt = 148;
const typeAt = 156;

/** The largest size that eleven octal digits say; beyond it tar counts in bytes. */
const maxOctal = 8 ** 11 - 1;

function header(name: string, sizeBytes: number, atSeconds: number): Uint8Array {
  const block = Buffer.alloc(blockBytes);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for an archive`);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  block.write(name, 0);
  block.write(octal(0o600, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  if (sizeBytes <= maxOctal) block.write(octal(sizeBytes, 11), sizeAt);
  else {
    block[sizeAt] = 0x80;
    block.writeBigUInt64BE(BigInt(sizeBytes), sizeAt + 4);
  }
  block.write(octal(atSeconds, 11), 136);
  block.write("0", typeAt);
  block.write("ustar\x0000", 257);
  block.write(`${sumOf(block).toString(8).padStart(6, "0")}\0 `, sumAt);
  return block;
}

function readHeader(bytes: Uint8Array): TarEntry {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (Number.parseInt(textAt(block, sumAt, 8), 8) !== sumOf(block))
    throw new BadTar("a header is damaged");
  if (![0, 0x30].includes(block[typeAt] ?? 0)) throw new BadTar("it holds more than plain files");
  const sizeBytes =
    block[sizeAt] === 0x80
      ? Number(block.readBigUInt64BE(sizeAt + 4))
      : Number.parseInt(textAt(block, sizeAt, 12), 8);
  if (!Number.isSafeInteger(sizeBytes)) throw new BadTar("a header is damaged");
  return { name: textAt(block, 0, 100), sizeBytes };
}

function textAt(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return block.toString("utf8", at, end === -1 ? at + length : Math.min(end, at + length)).trim();
}

/** The sum of a header's bytes, those of the sum itself taken for blanks. */
function sumOf(block: Uint8Array): number {
  return block.reduce((sum, byte, at) => sum + (at >= sumAt && at < sumAt + 8 ? 0x20 : byte), 0);
}
