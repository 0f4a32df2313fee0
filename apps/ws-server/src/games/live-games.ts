import type { GameId } from "@quickfire/engine";
import { LiveGame, type LiveGameServices } from "./live-game";

type Entry = { opening: Promise<LiveGame>; game: LiveGame | null; holders: number };

/** The games of which this node has sockets: opened by the first, closed after the last. */
export class LiveGames {
  readonly #entries = new Map<GameId, Entry>();
  readonly #presenceTimer: NodeJS.Timeout;

  constructor(private readonly services: LiveGameServices, presenceEveryMs: number) {
    this.#presenceTimer = setInterval(() => this.#keepPresent(), presenceEveryMs).unref();
  }

  get isStrained(): boolean {
    return this.services.load.level() !== "calm";
  }

  /** Whoever enters leaves once. */
  async enter(gameId: GameId): Promise<LiveGame> {
    const entry = this.#entries.get(gameId) ?? this.#open(gameId);
    entry.holders += 1;
    return entry.opening;
  }

  leave(game: LiveGame): void {
    const entry = this.#entries.get(game.gameId);
    if (!entry) return;
    entry.holders -= 1;
    if (entry.holders > 0) return;
    this.#forget(game.gameId);
    game.close();
  }

  close(): void {
    clearInterval(this.#presenceTimer);
    for (const { game } of this.#entries.values()) game?.close();
    this.#entries.clear();
  }

  #open(gameId: GameId): Entry {
    const entry: Entry = { opening: LiveGame.open(gameId, this.services), game: null, holders: 0 };
    this.#entries.set(gameId, entry);
    this.services.metrics.activeGames.set(this.#entries.size);
    entry.opening.then(
      (game) => (entry.game = game),
      () => this.#forget(gameId),
    );
    return entry;
  }

  #forget(gameId: GameId): void {
    this.#entries.delete(gameId);
    this.services.metrics.activeGames.set(this.#entries.size);
  }

  #keepPresent(): void {
    for (const { game } of this.#entries.values()) {
      if (!game || game.playerIds.length === 0) continue;
      this.services.store.stillConnected(game.gameId, game.playerIds).catch((error: unknown) => game.logger.warn({ err: error }, "players could not be kept present"));
    }
  }
}
