// Somebody who writes: a document of their own, and a record of what they wrote when, so that whoever receives an edit
// knows from its id alone how long it took. The bytes are what an editor sends; no marker is put into them.
import * as Y from "yjs";

/** What one client id has written, by clock. */
export class EditLog {
  readonly #sentAt: number[] = [];
  readonly #sizeBytes: number[] = [];
  /** The first clock of each edit; for as long as every edit is one character it is the index itself. */
  readonly #starts: number[] = [];
  #isDense = true;
  /** The clock after the last edit. */
  clock = 0;

  add(length: number, sizeBytes: number, sentAt: number): void {
    this.#starts.push(this.clock);
    this.#sentAt.push(sentAt);
    this.#sizeBytes.push(sizeBytes);
    this.clock += length;
    if (length !== 1) this.#isDense = false;
  }

  /** The clock after the edit that begins at `clock`, if its update had this many bytes; else undefined. */
  endOf(clock: number, sizeBytes: number): number | undefined {
    const index = this.#indexAt(clock);
    if (this.#starts[index] !== clock || this.#sizeBytes[index] !== sizeBytes) return undefined;
    return this.#starts[index + 1] ?? this.clock;
  }

  /** Calls back with the moment of each edit that begins in the range. */
  eachSentAt(from: number, to: number, visit: (sentAt: number) => void): void {
    for (let index = this.#indexAt(from); ; index++) {
      const start = this.#starts[index];
      if (start === undefined || start >= to) return;
      if (start >= from) visit(this.#sentAt[index] ?? 0);
    }
  }

  /** When the edit that holds this clock was written. */
  sentAt(clock: number): number | undefined {
    return clock < this.clock ? this.#sentAt[this.#indexAt(clock)] : undefined;
  }

  /** The clock after the last edit that was written before `moment`. */
  clockBefore(moment: number): number {
    let index = this.#starts.length;
    while (index > 0 && (this.#sentAt[index - 1] ?? 0) > moment) index--;
    return this.#starts[index] ?? this.clock;
  }

  #indexAt(clock: number): number {
    if (this.#isDense) return clock;
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A person who types into a field of their own. */
export class Typist {
  readonly log = new EditLog();
  readonly doc = new Y.Doc();
  readonly #text: Y.Text;
  readonly #field: string;
  readonly #throw: () => number;
  #latest: Uint8Array = new Uint8Array();

  constructor(clientId: number, field: string, throwDie: () => number) {
    this.doc.clientID = clientId;
    this.#field = field;
    this.#text = this.doc.getText(field);
    this.#throw = throwDie;
    this.doc.on("update", (update: Uint8Array) => (this.#latest = update));
  }

  get clientId(): number {
    return this.doc.clientID;
  }

  /** One character at the end, or, this often, a backspace. The update that says so, and whether it is an edit that counts. */
  keystroke(backspaceShare: number): { readonly update: Uint8Array; readonly isInsert: boolean } {
    if (this.#text.length > 4 && this.#throw() < backspaceShare) {
      this.#text.delete(this.#text.length - 1, 1);
      return { update: this.#latest, isInsert: false };
    }
    return { update: this.#insert(letters.charAt(this.#throw() * letters.length)), isInsert: true };
  }

  /** Many characters at once: one edit. */
  paste(length: number): Uint8Array {
    return this.#insert("x".repeat(length));
  }

  /** Whether a copy holds what this person has written, deletions included. */
  isIn(copy: Y.Doc): boolean {
    return copy.getText(this.#field).toString() === this.#text.toString();
  }

  #insert(words: string): Uint8Array {
    this.#text.insert(this.#text.length, words);
    this.log.add(words.length, this.#latest.length, performance.now());
    return this.#latest;
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz ";
