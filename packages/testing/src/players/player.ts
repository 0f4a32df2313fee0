import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { AnswerResult } from "@quickfire/engine";
import type { SeededRandom } from "../seeded-random";
import type { GivenAnswer } from "./given-answer";
import { honest, type PlayerHabits } from "./habits";
import { patience } from "./patience";
import { nothingShown, show, type ShownGame } from "./shown-game";
import type { Ticket } from "./ticket";
import type { OpenWire, Wire, WireEnd, WireMessage } from "./wire.types";

export type PlayerOptions = {
  ticket: Ticket;
  openWire: OpenWire;
  random: SeededRandom;
  habits?: Partial<PlayerHabits>;
  /** A new participant for the same person; only asked for by who does not keep an identity. */
  joinAnew?: () => Promise<Ticket>;
  /** Stands between the wire and the screen: how a drill doubles and reorders what arrives. */
  deliver?: (message: WireMessage, take: (message: WireMessage) => void) => void;
};

const receiptWithinMs = 3_000;
/** Reasons that pass by themselves. */
const passing = new Set(["BUSY", "RATE_LIMITED", "TOO_EARLY", "PAUSED"]);
/** The status with which the door of an ended game answers. */
const gameEnded = 409;
/** Close codes after which there is nothing to come back to. */
const final = new Set([1000, 1008, 4000]);

/**
 * A player as the contract wants one: one connection after the other with growing, scattered pauses; resumes where it was; sends an
 * answer under one action id until the server's word on it is definite. Emits `shown` when what it shows has changed.
 */
export class Player extends EventEmitter<{ shown: []; up: []; over: [] }> {
  readonly #options: PlayerOptions;
  readonly #habits: PlayerHabits;
  #ticket: Ticket;
  #wire: Wire | null = null;
  #isUp = false;
  #isGone = false;
  #away: Promise<void> | null = null;
  #lostAt: number | null = null;
  #wake: () => void = () => undefined;
  shown: ShownGame = nothingShown;
  readonly answers: GivenAnswer[] = [];
  /** Times without a connection, each until something was heard again, in ms. */
  readonly breaks: number[] = [];
  /** All that this person has been in the game; an honest one is one participant. */
  readonly identities: string[] = [];
  /** How its last connection ended. */
  lastEnd: WireEnd | null = null;
  readonly running: Promise<void>;

  constructor(options: PlayerOptions) {
    super();
    this.setMaxListeners(0);
    this.#options = options;
    this.#habits = { ...honest, ...options.habits };
    this.#ticket = options.ticket;
    this.identities.push(options.ticket.participantId);
    this.running = this.#stayConnected();
  }

  get ticket(): Ticket {
    return this.#ticket;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Answers a question; resolves once the server's word is definite, or it is clear that none will come. */
  async answer({ questionId, round }: { questionId: string; round: number }, option: string, giveUp: AbortSignal): Promise<GivenAnswer> {
    const actionId = randomUUID();
    const startedAt = performance.now();
    let result: AnswerResult | null = null;
    let tries = 0;
    while (!giveUp.aborted && !this.#isGone) {
      await this.#untilUp(giveUp);
      if (giveUp.aborted || !this.#wire) break;
      tries += 1;
      const sent = this.#wire.submit({ questionId, selectedOption: option, actionId, answeredAt: new Date().toISOString() });
      result = await Promise.race([sent, patience(receiptWithinMs, giveUp)]);
      if (result && !(result.reason && passing.has(result.reason))) break;
      if (!this.#habits.retries) break;
      // A line that stays silent is as good as none, and a new one is quickly had.
      if (result === null && this.#isUp) this.cut();
      await patience(result?.reason === "BUSY" ? this.#options.random.integer(300, 700) : 100, giveUp);
    }
    const given = { participantId: this.#ticket.participantId, questionId, round, option, actionId, tries, waitedMs: performance.now() - startedAt, result };
    this.answers.push(given);
    return given;
  }

  /** Loses the network without a word, and notices at once. */
  cut(): void {
    this.#wire?.cut();
  }

  /** Loses the network, and has none for so long. */
  async stayAway(ms: number): Promise<void> {
    const back = new Promise<void>((resolve) => setTimeout(resolve, ms));
    this.#away = back;
    this.cut();
    await back;
  }

  /** Leaves for good. */
  async leave(): Promise<void> {
    this.#isGone = true;
    this.#wire?.close();
    this.#wake();
    this.#wire?.cut();
    await this.running;
  }

  async #stayConnected(): Promise<void> {
    for (let failures = 0; !this.#isGone; ) {
      const end = await this.#connectOnce();
      this.lastEnd = end;
      this.#isUp = false;
      this.#wire = null;
      // Whoever missed the end learns of it at the door.
      if (end.status === gameEnded) this.#take({ type: "quiz_ended", payload: { finalLeaderboard: [...this.shown.leaderboard] } });
      if (this.shown.ended || this.#isGone || !this.#habits.reconnects || (end.code !== null && final.has(end.code))) break;
      this.#lostAt ??= performance.now();
      failures = end.opened ? 1 : failures + 1;
      await this.#away;
      // No network is not the server's fault: the pause that counts begins with its return.
      if (this.#away) this.#lostAt = performance.now();
      this.#away = null;
      await this.#rest(failures, end.code);
      if (!this.#habits.keepsIdentity) await this.#becomeAnother();
    }
    this.#isGone = true;
    this.emit("over");
  }

  async #becomeAnother(): Promise<void> {
    const ticket = await this.#options.joinAnew?.().catch(() => null);
    if (!ticket) return;
    this.#ticket = ticket;
    this.identities.push(ticket.participantId);
  }

  #connectOnce(): Promise<WireEnd> {
    const { epoch, number } = this.shown;
    const deliver = this.#options.deliver ?? ((message, take) => take(message));
    this.#wire = this.#options.openWire({
      ticket: this.#ticket,
      lastEventId: epoch === null || !this.#habits.keepsIdentity || !this.#habits.catchesUp ? undefined : `${epoch}.${number}`,
      onOpen: () => this.#onUp(),
      onMessage: (message) => deliver(message, (delivered) => this.#take(delivered)),
    });
    return this.#wire.ended;
  }

  #onUp(): void {
    this.#isUp = true;
    if (this.#lostAt !== null) this.breaks.push(performance.now() - this.#lostAt);
    this.#lostAt = null;
    this.emit("up");
  }

  #take(message: WireMessage): void {
    const isIgnored = message.type === "snapshot" && !this.#habits.catchesUp && this.shown.snapshots > 0;
    if (!isIgnored) this.shown = show(this.shown, message);
    this.emit("shown");
  }

  /** Growing pauses, never the same for two players; who is sent elsewhere goes at once, though not all in one instant. */
  #rest(failures: number, code: number | null): Promise<void> {
    const { random } = this.#options;
    const longestMs = code === 1001 ? 800 : Math.min(4_000, 500 * 2 ** (failures - 1));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestMs * (0.25 + 0.75 * random.next()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #untilUp(giveUp: AbortSignal): Promise<void> {
    if (this.#isUp) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.off("up", done).off("over", done);
        giveUp.removeEventListener("abort", done);
        resolve();
      };
      this.once("up", done).once("over", done);
      giveUp.addEventListener("abort", done, { once: true });
    });
  }
}
