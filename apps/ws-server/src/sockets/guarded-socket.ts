import type { Duplex } from "node:stream";
import { LiveSocket } from "@quickfire/broadcast";
import type { RawData } from "ws";
import { closeCodes } from "./close-codes";
import type { Limits } from "../limits";
import { MessageBudget } from "./message-budget";
import { isNestedTooDeep } from "./nesting";
import { RoundTrips } from "./round-trips";
import { readWholeFrames } from "./whole-frames";

/** What is done about a message that is not let through. */
export type Turned = "RATE_LIMITED" | "TOO_DEEP" | "TOO_MANY_CALLS";

export type SocketWatch = {
  limits: Limits;
  /** Redis's time. */
  now: () => number;
  /** A further look at messages that are not too many and not too deep. */
  inspect?: (message: Buffer) => Turned | null;
  onTurnedAway: (message: Buffer, why: Turned) => void;
  /** May answer a message itself, before the handler behind the socket sees it; true where it has. */
  take?: (message: Buffer) => boolean;
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
  readonly #roundTrips = new RoundTrips();
  #watch: SocketWatch | null = null;
  #budget: MessageBudget | null = null;

  watchOver(transport: Duplex, watch: SocketWatch): void {
    this.bindTransport(transport, watch.onBytes);
    this.#watch = watch;
    this.#budget = new MessageBudget(watch.limits.messages, performance.now());
    readWholeFrames(transport, {
      longest: watch.limits.messageBytes,
      onText: (message) => {
        if (this.#admit(message)) this.passOn(message);
      },
    });
  }

  /** From now on, for as long as the socket is open; a ping and its pong, which browsers answer by themselves. */
  measureRoundTrips(): void {
    const ask = () => {
      if (this.readyState !== LiveSocket.OPEN) return;
      this.#roundTrips.ask(performance.now());
      this.ping();
    };
    ask();
    const timer = setInterval(ask, this.#watch?.limits.pingEveryMs).unref();
    this.once("close", () => clearInterval(timer));
  }

  /** Undefined where it was not measured. */
  get roundTripMs(): number | undefined {
    return this.#roundTrips.fastestMs;
  }

  override emit(event: string | symbol, ...parameters: unknown[]): boolean {
    switch (event) {
      case "message":
        return this.#admit(parameters[0] as RawData) ? super.emit(event, ...parameters) : true;
      case "pong":
        this.#roundTrips.answered(performance.now());
        return this.#spend() === "abuse" ? true : super.emit(event, ...parameters);
      case "ping":
        return this.#spend() === "abuse" ? true : super.emit(event, ...parameters);
      default:
        return super.emit(event, ...parameters);
    }
  }

  /** For the handler behind the socket, past the guard that has seen it already. */
  passOn(message: Buffer): void {
    if (this.readyState === LiveSocket.OPEN) super.emit("message", message, false);
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
    return problem === null && !this.#watch.take?.(bytes);
  }

  #spend(): "fine" | "over" | "abuse" {
    this.heardAt = performance.now();
    const verdict = this.#budget?.take(this.heardAt) ?? "fine";
    if (verdict === "abuse" && this.readyState === LiveSocket.OPEN) this.close(closeCodes.barred, "too many messages");
    return verdict;
  }
}
