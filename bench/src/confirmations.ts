// What the server has told one writer about the disk: *saved* counts messages, and an edit is known by its clock.
import type { EditLog } from "./typist.ts";

/** Which of somebody's clocks are on disk, by the server's word. */
export class Confirmations {
  /** The writer's clock after each SyncStep2 or Update message of this connection. */
  #clocksSent: number[] = [];
  /** The first so many clocks are on disk. */
  clock = 0;

  /** A connection begins, and with it the count of its messages. */
  begin(): void {
    this.#clocksSent = [];
  }

  sent(clock: number): void {
    this.#clocksSent.push(clock);
  }

  /** The server says that the first so many messages are saved; how long the oldest edit among them had to wait. */
  receive(messages: number, log: EditLog): number | undefined {
    const saved = this.#clocksSent[messages - 1] ?? 0;
    if (saved <= this.clock) return undefined;
    const oldestSentAt = log.sentAt(this.clock);
    this.clock = saved;
    return oldestSentAt === undefined ? undefined : performance.now() - oldestSentAt;
  }
}
