import type { GameId, RosterEntry } from "@quickfire/engine";
import type { ControlMessage, GameStore } from "@quickfire/realtime";
import type { Logger } from "@quickfire/telemetry";
import type { Connection } from "./connection";
import { type SavingLimits, SavingWatch } from "./saving-watch";

type Progress = Extract<ControlMessage, { type: "progress" }>;

const mostPeopleShown = 500;
const rosterEveryMs = 1_000;

/**
 * The host's devices and the big screen: told of counts and people at a beat, never per answer. Redis gives the beat of the
 * counts; the people, who take more room, have a slower one.
 */
export class Audience {
  readonly connections = new Set<Connection>();
  #rosterTimer: NodeJS.Timeout | null = null;
  #rosterSentAt = -rosterEveryMs;
  #answered = 0;

  readonly #saving: SavingWatch;

  constructor(private readonly gameId: GameId, private readonly store: GameStore, private readonly logger: Logger, saving: SavingLimits) {
    this.#saving = new SavingWatch({
      unsavedForMs: () => store.unsavedForMs(gameId),
      ...saving,
      tell: () => this.#tellSaving([...this.connections]),
      onError: (error) => logger.debug({ err: error }, "whether results are being stored can't be told"),
    });
  }

  add(connection: Connection): void {
    this.connections.add(connection);
    this.#saving.start();
  }

  remove(connection: Connection): void {
    this.connections.delete(connection);
    if (this.connections.size === 0) this.#saving.stop();
  }

  greet(connection: Connection): void {
    if (!this.connections.has(connection)) return;
    this.#attempt(async () => {
      const game = await this.store.overview(this.gameId);
      if (game) await this.#tellProgress([connection], game);
      await this.#tellRoster([connection]);
    });
    this.#attempt(() => this.#tellShown([connection], { evenNothing: false }));
    if (this.#saving.waiting) this.#tellSaving([connection]);
  }

  onProgress(progress: Progress): void {
    if (this.connections.size === 0) return;
    this.#attempt(() => this.#tellProgress([...this.connections], progress));
    if (progress.roster || this.#showsWhoThinks(progress)) this.#rosterSoon();
    this.#answered = progress.answered;
  }

  onShown(): void {
    if (this.connections.size > 0) this.#attempt(() => this.#tellShown([...this.connections], { evenNothing: true }));
  }

  /** The host sees who is still thinking, as long as the people can be seen at all. */
  #showsWhoThinks({ answered, participants }: Progress): boolean {
    return answered !== this.#answered && participants <= mostPeopleShown && [...this.connections].some(({ claims }) => claims.role === "host");
  }

  close(): void {
    this.#saving.stop();
    if (this.#rosterTimer) clearTimeout(this.#rosterTimer);
  }

  #tellSaving(connections: readonly Connection[]): void {
    for (const connection of connections) {
      if (connection.claims.role === "host") connection.tell({ type: "saving", payload: { waiting: this.#saving.waiting } });
    }
  }

  async #tellShown(connections: readonly Connection[], { evenNothing }: { evenNothing: boolean }): Promise<void> {
    const shown = await this.store.shownResult(this.gameId);
    if (!shown || (!shown.result && !evenNothing)) return;
    for (const connection of connections) connection.tell({ type: "result_shown", payload: shown });
  }

  #rosterSoon(): void {
    if (this.#rosterTimer) return;
    const waitMs = Math.max(0, this.#rosterSentAt + rosterEveryMs - performance.now());
    this.#rosterTimer = setTimeout(() => {
      this.#rosterTimer = null;
      this.#rosterSentAt = performance.now();
      this.#attempt(() => this.#tellRoster([...this.connections]));
    }, waitMs).unref();
  }

  /** How the answers are spread is for the host alone: on the big screen it would tell the room what to tick. */
  async #tellProgress(connections: Connection[], counts: Pick<Progress, "participants" | "present" | "answered">): Promise<void> {
    const { participants, present, answered } = counts;
    const isForHost = connections.some(({ claims }) => claims.role === "host");
    const round = isForHost ? await this.store.tally(this.gameId) : null;
    for (const connection of connections) {
      const tally = connection.claims.role === "host" ? round?.tally : undefined;
      connection.tell({ type: "progress", payload: { participants, present, answered, ...(tally ? { tally } : {}) } });
    }
  }

  async #tellRoster(connections: Connection[]): Promise<void> {
    const [shown, game] = await Promise.all([this.store.participants(this.gameId, mostPeopleShown), this.store.overview(this.gameId)]);
    const people = shown.map(({ participantId, name, avatar, team, bot, ownTime, present, answered }): RosterEntry => ({ participantId, name, avatar, ...(team === undefined ? {} : { team }), ...(bot ? { bot } : {}), ...(ownTime === undefined ? {} : { ownTime }), present, answered }));
    const total = game?.participants ?? people.length;
    // Who has more time is a matter between them and the host: the wall does not even get it.
    const shownToAll = people.map(({ ownTime: _, ...person }) => person);
    for (const connection of connections) connection.tell({ type: "roster", payload: { people: connection.claims.role === "host" ? people : shownToAll, total } });
  }

  #attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.logger.warn({ err: error }, "the host could not be told how far the game is"));
  }
}
