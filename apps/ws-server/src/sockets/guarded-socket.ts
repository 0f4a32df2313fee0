import type { Duplex } from "node:stream";
import { LiveSocket } from "@quickfire/broadcast";
import type { RawData } from "ws";
import { closeCodes } from "./close-codes";
import type { Limits } from "../limits";
import { MessageBudget } from "./message-budget";
import { isNestedTooDeep } from "./nesting";


/** What is done about a message that is not let through. */
export type Turned = "RATE_LIMITED" | "TOO_DEEP" | "TOO_MANY_CALLS";

export type SocketWatch = {
  limits: Limits;
  /** Redis's time. */
  now: () => number;
  /** A further look at messages that are not too many and not too deep. */
  inspect?: (message: Buffer) => Turned | null;
  onTurnedAway: (message: Buffer, why: Turned) => void;
  onBytes: (bytes: number) => void;
};

/**
 * A socket whose messages are stamped as they are read and counted before anybody looks at them, so that no handler behind it,
 * ours or the stock one, sees a flood.
 */
export class GuardedSocket extends LiveSocket {
  /** Redis's time at which the newest message came in. */
  readAt = 0;
  /** The process's own time of the last sign of life. */
  heardAt = performance.now();
  #watch: SocketWatch | null = null;
  #budget: MessageBudget | null = null;

  watchOver(transport: Duplex, watch: SocketWatch): void {
    this.bindTransport(transport, watch.onBytes);
    this.#watch = watch;
    this.#budget = new MessageBudget(watch.limits.messages, performance.now());
  }

  override emit(event: string | symbol, ...parameters: unknown[]): boolean {
    switch (event) {
      case "message":
        return this.#admit(parameters[0] as RawData) ? super.emit(event, ...parameters) : true;
      case "ping":
      case "pong":
        return this.#spend() === "abuse" ? true : super.emit(event, ...parameters);
      default:
        return super.emit(event, ...parameters);
    }
  }

  #admit(message: RawData): boolean {
    // What comes after our Close frame is nobody's any more.
    if (!this.#watch || this.readyState !== LiveSocket.OPEN) return false;
    this.readAt = this.#watch.now();
    const verdict = this.#spend();
    if (verdict === "abuse") return false;
    const bytes = Buffer.isBuffer(message) ? message : Buffer.alloc(0);
    const problem = verdict === "over" ? "RATE_LIMITED" : isNestedTooDeep(bytes) ? "TOO_DEEP" : (this.#watch.inspect?.(bytes) ?? null);
    if (problem) this.#watch.onTurnedAway(bytes, problem);
    return problem === null;
  }

  #spend(): "fine" | "over" | "abuse" {
    this.heardAt = performance.now();
    const verdict = this.#budget?.take(this.heardAt) ?? "fine";
    if (verdict === "abuse" && this.readyState === LiveSocket.OPEN) this.close(closeCodes.barred, "too many messages");
    return verdict;
  }
}
