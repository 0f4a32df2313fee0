import type { GameEvent, GameId, OwnTime, ParticipantId } from "@quickfire/engine";

/** One thing that all in a game are told. `id` is `<epoch>.<number>`, the position to resume from. */
export type HubEvent = {
  id: string;
  event: GameEvent;
  /** When it was published, and when it was to be, by Redis's clock: for the metrics. Events of earlier versions don't say. */
  at?: number;
  dueAt?: number;
};

/** What the nodes tell one another about a game; never sent to a client as it is, never replayed. */
export type ControlMessage =
  /** The host removed someone: their sockets close with 1008. */
  | { type: "removed"; participantId: ParticipantId }
  /** The host has given somebody more time, or taken it back: only they are told. */
  | { type: "time"; participantId: ParticipantId; percent: OwnTime }
  /** A newer connection of the same participant is open: this one closes with 4000. */
  | { type: "replaced"; participantId: ParticipantId; connectionId: string }
  /** Counts for the host and the big screen, at most every 500 ms; `roster` where people came or went. */
  | { type: "progress"; participants: number; present: number; answered: number; roster: boolean }
  /** The host shows an earlier result on the stages, or is done with it. */
  | { type: "shown" }
  /** The game's state was lost and is being rebuilt; nothing is accepted meanwhile. */
  | { type: "recovering" }
  /** It is there again, in a new epoch. */
  | { type: "rebuilt" }
  /** Events were lost for good (a new epoch, or a gap beyond the history): every client of the game needs a snapshot. */
  | { type: "resync"; newEpoch: boolean };

export type GameListener = {
  onEvent: (event: HubEvent) => void;
  onControl: (message: ControlMessage) => void;
};

/**
 * One subscription connection a process: what is published in a game, in order and without doubles, also through lost
 * messages and a restart of Redis.
 */
export interface EventHub {
  /**
   * Listeners get everything that is published after the promise resolves. To resume without a gap: listen first and hold
   * what comes, then read `eventsAfter`, then let through what is newer than its last id.
   */
  listen(gameId: GameId, listener: GameListener): Promise<() => void>;
  /** What came after `lastEventId`, oldest first; "too-far-back" also for an id of another epoch or one that never was. */
  eventsAfter(gameId: GameId, lastEventId: string): Promise<HubEvent[] | "too-far-back">;
  /** Where a listened-to game stands now; null for a game that nobody here listens to. */
  newestId(gameId: GameId): string | null;
  close(): Promise<void>;
}
