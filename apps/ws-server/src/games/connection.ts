import { randomUUID } from "node:crypto";
import type { SocketClaims } from "@quickfire/api/auth";
import { type LiveFeed, type LiveMessage, refuse } from "@quickfire/api/game";
import { broadcast, plainEncoding, type Reader } from "@quickfire/broadcast";
import type { Origin } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";
import type { GuardedSocket } from "../sockets/guarded-socket";
import type { LiveGame } from "./live-game";
import type { LiveGames } from "./live-games";

/** Of these only the newest counts for who has not read the last one yet. */
const conflated = new Set<LiveMessage["type"]>(["your_standing", "progress", "roster", "saving", "result_shown"]);

export type ConnectionOptions = { socket: GuardedSocket; claims: SocketClaims; origin: Origin; games: LiveGames; mostSubscriptions: number; metrics: Pick<Metrics, "feeds"> };

/** One socket and its place in a game, whatever it speaks. */
export class Connection implements LiveFeed {
  readonly connectionId = randomUUID();
  readonly claims: SocketClaims;
  readonly origin: Origin;
  readonly #options: ConnectionOptions;
  readonly #readers = new Set<Reader<LiveMessage>>();
  #subscriptions = 0;
  #entered: Promise<LiveGame> | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.claims = options.claims;
    this.origin = options.origin;
    options.socket.once("close", () => void this.#leave());
  }

  get readAt(): number {
    return this.#options.socket.readAt;
  }

  get roundTripMs(): number | undefined {
    return this.#options.socket.roundTripMs;
  }

  get isStrained(): boolean {
    return this.#options.games.isStrained;
  }

  /** Only where the game wants to know, since it costs each player a message now and then. */
  measureRoundTrips(): void {
    this.#options.socket.measureRoundTrips();
  }

  /** `after`: waits for the event of this id, and leaves in one write with it. */
  tell(message: LiveMessage, { after }: { after?: string } = {}): void {
    const key = conflated.has(message.type) ? message.type : undefined;
    // What waits for its event is not outdated by what is told meanwhile.
    for (const reader of this.#readers) reader.send(message, { key: after === undefined ? key : `${key} after an event`, after });
  }

  /** Whether nothing is left to be told: with the end of a game its channel finishes each reader who has everything. */
  get wasToldAll(): boolean {
    return this.#readers.size === 0;
  }

  /** After what was told in this turn has been written. */
  part(code: number, reason: string): void {
    setImmediate(() => this.#options.socket.close(code, reason));
  }

  async events({ after, signal }: { after?: string; signal?: AbortSignal }): ReturnType<LiveFeed["events"]> {
    if (this.#subscriptions >= this.#options.mostSubscriptions) refuse("RATE_LIMITED", { detail: "Too many subscriptions on one socket" });
    this.#subscriptions += 1;
    try {
      const game = await this.#enter(after);
      const subscription = broadcast<LiveMessage>(this.#options.socket, game.channel, {
        after,
        signal,
        snapshot: () => game.snapshotFor(this.claims),
        onClose: () => {
          this.#subscriptions -= 1;
          this.#readers.delete(subscription);
        },
      });
      this.#begin(game, subscription, after);
      return subscription;
    } catch (error) {
      this.#subscriptions -= 1;
      throw error;
    }
  }

  /** A plain-JSON socket has one feed, and gets it without asking. */
  async open(after: string | undefined): Promise<LiveGame> {
    const game = await this.#enter(after);
    const reader = game.channel.attach(this.#options.socket, {
      encoding: plainEncoding,
      after,
      snapshot: () => game.snapshotFor(this.claims),
      onClose: () => this.#readers.delete(reader),
    });
    this.#begin(game, reader, after);
    return game;
  }

  #begin(game: LiveGame, reader: Reader<LiveMessage>, after: string | undefined): void {
    this.#readers.add(reader);
    this.#options.metrics.feeds.inc({ outcome: reader.resumed ? "resumed" : "snapshot" });
    if (reader.resumed && after) game.catchUp(this, after);
    game.greet(this);
  }

  async #enter(after: string | undefined): Promise<LiveGame> {
    this.#entered ??= this.#options.games.enter(this.claims.gameId).then((game) => {
      game.admit(this);
      return game;
    });
    try {
      const game = await this.#entered;
      await game.learnPast(after);
      return game;
    } catch (error) {
      // The next try starts anew.
      this.#entered = null;
      throw error;
    }
  }

  async #leave(): Promise<void> {
    const game = await this.#entered?.catch(() => null);
    if (!game) return;
    game.dismiss(this);
    this.#options.games.leave(game);
  }
}
