import type { Socket } from "node:net";
import type { SeededRandom } from "../seeded-random";

/** What happens to bytes on their way in one direction; nothing, unless set. */
export type PassageFaults = {
  delayMs?: number;
  /** Up to so much more delay, drawn for each piece; the order is kept, as TCP keeps it. */
  jitterMs?: number;
  /** Passed on in pieces of so many bytes, each in a turn of its own. */
  sliceBytes?: number;
  /** The chance that a piece is lost. As in TCP nothing behind a lost piece arrives either: the connection is reset. */
  lossRate?: number;
  /** Taken and never passed on; neither end is told. */
  swallow?: boolean;
  /** Kept until this is off again, then passed on. */
  hold?: boolean;
};

export type PassageOptions = {
  from: Socket;
  to: Socket;
  random: SeededRandom;
  faults: () => PassageFaults;
  /** Looks at what comes in before anything else; `lose` ends the connection there and then. */
  inspect: (bytes: Buffer) => "pass" | "lose";
  onLost: () => void;
};

type Piece = { bytes: Buffer | null; dueAt: number };

/** More than this waits in the network and not in our memory. */
const mostWaitingBytes = 4 * 1024 * 1024;

/** One direction of a proxied connection: a queue of pieces, each with the instant at which it may leave. */
export class Passage {
  readonly #options: PassageOptions;
  #waiting: Piece[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | NodeJS.Immediate | null = null;

  constructor(options: PassageOptions) {
    this.#options = options;
    options.from.on("data", (bytes) => this.#take(bytes));
    options.from.once("end", () => this.#takeEnd());
    options.to.on("drain", () => this.release());
  }

  /** Looks again at what waits: something was held, and is not any more. */
  release(): void {
    if (this.#timer === null) this.#leave();
  }

  #take(bytes: Buffer): void {
    const { faults, random, inspect, onLost, from } = this.#options;
    const { swallow, lossRate = 0, sliceBytes = bytes.length } = faults();
    if (inspect(bytes) === "lose") return onLost();
    if (swallow) return;
    if (lossRate > 0 && random.next() < lossRate) return onLost();
    for (let at = 0; at < bytes.length; at += sliceBytes) this.#enqueue(bytes.subarray(at, at + sliceBytes));
    if (this.#waitingBytes > mostWaitingBytes) from.pause();
    this.release();
  }

  /** The end of a half comes behind its last bytes, and not at all where those were swallowed. */
  #takeEnd(): void {
    if (this.#options.faults().swallow) return;
    this.#enqueue(null);
    this.release();
  }

  #enqueue(bytes: Buffer | null): void {
    const { faults, random } = this.#options;
    const { delayMs = 0, jitterMs = 0 } = faults();
    const dueAt = performance.now() + delayMs + (jitterMs > 0 ? random.next() * jitterMs : 0);
    const before = this.#waiting.at(-1)?.dueAt ?? 0;
    this.#waiting.push({ bytes, dueAt: Math.max(dueAt, before) });
    this.#waitingBytes += bytes?.length ?? 0;
  }

  #leave(): void {
    this.#timer = null;
    const { to, faults } = this.#options;
    for (;;) {
      const [next] = this.#waiting;
      if (!next || faults().hold || to.destroyed || to.writableNeedDrain) return;
      const leftMs = next.dueAt - performance.now();
      if (leftMs > 0) {
        this.#timer = setTimeout(() => this.#leave(), leftMs);
        return;
      }
      this.#waiting.shift();
      this.#pass(next.bytes);
      if (faults().sliceBytes === undefined) continue;
      this.#timer = setImmediate(() => this.#leave());
      return;
    }
  }

  #pass(bytes: Buffer | null): void {
    const { from, to } = this.#options;
    if (bytes === null) {
      to.end();
      return;
    }
    this.#waitingBytes -= bytes.length;
    to.write(bytes);
    if (from.isPaused() && this.#waitingBytes < mostWaitingBytes / 2) from.resume();
  }
}
