import { setTimeout as pause } from "node:timers/promises";
import type { SocketClaims } from "@quickfire/api/auth";
import { type LiveMessage, refuse } from "@quickfire/api/game";
import { Channel, parsePosition, type Snapshot } from "@quickfire/broadcast";
import type { GameId, ParticipantId } from "@quickfire/engine";
import type { ControlMessage, EventHub, GameStore, HubEvent } from "@quickfire/realtime";
import type { Logger, Metrics, ProcessLoad } from "@quickfire/telemetry";
import { closeCodes } from "../sockets/close-codes";
import type { AnswersShown } from "./answers-shown";
import { Audience } from "./audience";
import type { Connection } from "./connection";
import type { SavingLimits } from "./saving-watch";
import { ScreenTimes } from "./screen-times";
import { isEnd, resultsFollow } from "./results";
import { readWhileAway } from "./while-away";
import { tellStandings } from "./tell-standings";

export type LiveGameServices = { store: GameStore; hub: EventHub; logger: Logger; metrics: Metrics; shown?: AnswersShown; node: string; lingerMs: number; saving: SavingLimits; load: ProcessLoad; isDraining: () => boolean };

/** For so long a reveal waits for everyone's own result, so that both leave in one write. */
const longestHeldMs = 1_000;
/** How long the end of a game may take to reach the last of its players, and how often is looked whether it has. */
const endWithinMs = 15_000;
const lookEveryMs = 50;

/** Of these only the newest counts for a reader who is behind. */
const keyOf = ({ type }: LiveMessage): string | undefined => (type === "leaderboard_changed" ? type : undefined);

/** A game as this node sees it: what all are told, and who here is told it. */
export class LiveGame {
  readonly channel: Channel<LiveMessage>;
  readonly logger: Logger;
  readonly #players = new Map<ParticipantId, Connection>();
  readonly #audience: Audience;
  readonly #screenTimes: ScreenTimes;
  /** What comes while something has to be told first. */
  #held: HubEvent[] | null = null;
  #learning: Promise<void> = Promise.resolve();
  #presence = new Map<Connection, Promise<void>>();
  #stopListening: () => void = () => {};
  #closing: NodeJS.Timeout | null = null;
  #isRecovering = false;
  #compensatesLatency = false;

  private constructor(readonly gameId: GameId, private readonly services: LiveGameServices) {
    this.logger = services.logger.child({ gameId });
    this.#audience = new Audience(gameId, services.store, this.logger, services.saving);
    const { metrics, store } = services;
    this.#screenTimes = new ScreenTimes(metrics, { now: () => store.now(), onWritten: (event) => services.shown?.written(gameId, event) });
    this.channel = new Channel<LiveMessage>({
      onFlush: ({ delayMs, writes }) => {
        metrics.fanoutDelay.observe(delayMs / 1_000);
        metrics.fanoutWrites.inc(writes);
        this.#screenTimes.flushed();
      },
      onTooSlow: () => {
        metrics.slowReaders.inc();
        this.logger.warn("a socket was closed because it reads too slowly");
      },
    });
  }

  static async open(gameId: GameId, services: LiveGameServices): Promise<LiveGame> {
    const game = new LiveGame(gameId, services);
    game.#stopListening = await services.hub.listen(gameId, { onEvent: (event) => game.#onEvent(event), onControl: (message) => game.#onControl(message) });
    try {
      // Asked after listening, or an end between the two would go unnoticed.
      const state = await services.store.state(gameId);
      if (!state || state.position.phase === "ended") game.#endSoon();
      game.#compensatesLatency = state?.facts.settings.latencyCompensation === true;
      return game;
    } catch (error) {
      game.close();
      throw error;
    }
  }

  get playerIds(): ParticipantId[] {
    return [...this.#players.keys()];
  }

  admit(connection: Connection): void {
    if (connection.claims.role !== "participant") {
      this.#audience.add(connection);
      return;
    }
    const { participantId } = connection.claims;
    this.#players.get(participantId)?.part(closeCodes.replaced, "opened again elsewhere");
    this.#players.set(participantId, connection);
    if (this.#compensatesLatency) connection.measureRoundTrips();
    this.#presence.set(connection, this.#report("connected", connection));
    this.logger.debug({ participantId, connectionId: connection.connectionId }, "a player is connected");
  }

  dismiss(connection: Connection): void {
    if (connection.claims.role !== "participant") {
      this.#audience.remove(connection);
      return;
    }
    const { participantId } = connection.claims;
    if (this.#players.get(participantId) === connection) this.#players.delete(participantId);
    const connected = this.#presence.get(connection);
    this.#presence.delete(connection);
    // Who is sent elsewhere is back in a moment: the others need not see them go.
    if (!this.services.isDraining()) void connected?.then(() => this.#report("disconnected", connection));
    this.logger.debug({ participantId, connectionId: connection.connectionId }, "a player is disconnected");
  }

  /** What a newcomer is told besides the snapshot. */
  greet(connection: Connection): void {
    this.#audience.greet(connection);
  }

  /** Who was away for a reveal gets the own standing that came with it. */
  catchUp(connection: Connection, after: string): void {
    if (connection.claims.role !== "participant") return;
    const [closing] = this.#held ?? [];
    const missedReveal = this.channel.eventsAfter(after).some(({ type }) => type === "question_closed" || type === "question_voided");
    if (closing || missedReveal) void this.#tellStandings(new Map([[connection.claims.participantId, connection]]), closing && (resultsFollow(closing) ?? undefined));
  }

  async snapshotFor(claims: SocketClaims): Promise<Snapshot<LiveMessage>> {
    const participantId = claims.role === "participant" ? claims.participantId : undefined;
    const found = await readWhileAway(() => this.services.store.snapshot({ gameId: this.gameId, participantId, node: this.services.node }));
    if (!found) refuse("ENDED");
    return { id: found.id, event: { type: "snapshot", payload: found.snapshot } };
  }

  /** So that a newcomer can resume from an event that happened before this node listened. One asks Redis for all who come together. */
  learnPast(after: string | undefined): Promise<void> {
    if (after === undefined || parsePosition(after) === null) return Promise.resolve();
    this.#learning = this.#learning.then(async () => {
      if (this.channel.canResumeFrom(after)) return;
      try {
        const past = await this.services.hub.eventsAfter(this.gameId, after);
        if (past !== "too-far-back") this.channel.recall(after, past.map(({ id, event }) => ({ id, event, key: keyOf(event) })));
      } catch (error) {
        this.logger.warn({ err: error }, "the past of a game can't be read: a snapshot takes its place");
      }
    });
    return this.#learning;
  }

  close(): void {
    this.#stopListening();
    this.services.shown?.forget(this.gameId);
    this.#audience.close();
    if (this.#closing) clearTimeout(this.#closing);
  }

  #onEvent(event: HubEvent): void {
    this.#screenTimes.arrived(event);
    const after = resultsFollow(event);
    if (this.#held) this.#held.push(event);
    else if (after !== null && this.#players.size > 0) void this.#publishWithResults(event, after);
    else this.#publish(event);
  }

  #onControl(message: ControlMessage): void {
    switch (message.type) {
      case "removed": {
        const player = this.#players.get(message.participantId);
        player?.tell({ type: "error", payload: { reason: "REMOVED", details: {} } });
        player?.part(closeCodes.barred, "removed from the game");
        return;
      }
      case "time":
        this.#players.get(message.participantId)?.tell({ type: "your_time", payload: { percent: message.percent } });
        return;
      case "replaced": {
        const player = this.#players.get(message.participantId);
        if (player?.connectionId === message.connectionId) player.part(closeCodes.replaced, "opened again elsewhere");
        return;
      }
      case "progress":
        if (this.services.load.level() !== "calm") this.services.metrics.shed.inc({ what: "presence" });
        else this.#audience.onProgress(message);
        return;
      case "shown":
        this.#audience.onShown();
        return;
      case "recovering":
        this.#tellRecovering();
        return;
      // The hub looks for the new epoch, and says so.
      case "rebuilt":
        return;
      case "resync":
        this.#beginAnew(message.newEpoch);
    }
  }

  #tellRecovering(): void {
    if (this.#isRecovering) return;
    this.#isRecovering = true;
    this.logger.warn("the game is being rebuilt");
    for (const connection of this.#everyone()) connection.tell({ type: "game_recovering", payload: {} });
  }

  /** Everyone gets a snapshot; where the game was rebuilt, after being told so, and Redis learns anew who is here. */
  #beginAnew(rebuilt: boolean): void {
    this.logger.warn({ rebuilt }, "events were lost: everyone gets a snapshot");
    if (rebuilt) this.#tellRecovering();
    this.#isRecovering = false;
    // What was just told is written before that.
    setImmediate(() => this.channel.forget());
    if (rebuilt) for (const connection of this.#players.values()) void this.#report("connected", connection);
  }

  #everyone(): Connection[] {
    return [...this.#players.values(), ...this.#audience.connections];
  }

  #publish(published: HubEvent): void {
    const { id, event } = published;
    if (this.channel.readers > 0) this.#screenTimes.published(published);
    this.channel.publish(event, { id, key: keyOf(event) });
    if (isEnd(published)) this.#endSoon();
  }

  /** Everyone's own result leaves with what closes a question or ends the game. Nothing overtakes it, and the end comes after it. */
  async #publishWithResults(closing: HubEvent, after: string): Promise<void> {
    const held = [closing];
    this.#held = held;
    const told = this.#tellStandings(this.#players, after);
    await Promise.race([told, pause(longestHeldMs, undefined, { ref: false })]);
    if (held.some(isEnd)) await told;
    this.#held = null;
    for (const event of held) this.#publish(event);
  }

  #endSoon(): void {
    this.#closing ??= setTimeout(() => {
      this.channel.end();
      this.#partWithEveryone(performance.now() + endWithinMs);
    }, this.services.lingerMs).unref();
  }

  /** With each once they were told the end, however long a busy node takes for that; who has not read it after a while reads too slowly. */
  #partWithEveryone(until: number): void {
    const isLate = performance.now() >= until;
    const everyone = this.#everyone();
    for (const connection of everyone) if (isLate || connection.wasToldAll) connection.part(closeCodes.ended, "the game has ended");
    if (everyone.length > 0 && !isLate) this.#closing = setTimeout(() => this.#partWithEveryone(until), lookEveryMs).unref();
  }

  async #tellStandings(players: ReadonlyMap<ParticipantId, Connection>, after?: string): Promise<void> {
    try {
      await tellStandings(this.services.store, this.gameId, players, after);
    } catch (error) {
      this.logger.warn({ err: error }, "players could not be told their standings");
    }
  }

  /** Where Redis is away, the sign of life that follows within seconds makes up for it. */
  async #report(what: "connected" | "disconnected", { connectionId, claims }: Connection): Promise<void> {
    if (claims.role !== "participant") return;
    try {
      await this.services.store[what]({ gameId: this.gameId, participantId: claims.participantId, connectionId });
    } catch (error) {
      this.logger.warn({ err: error, participantId: claims.participantId }, `that a player is ${what} could not be told`);
    }
  }
}
