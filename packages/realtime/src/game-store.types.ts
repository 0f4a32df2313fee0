import type {
  AnswerResult, AnswerSubmission, Arrival, Flood, GameId, GameSettings, GameState, HostCommand, OwnTime, Participant, ParticipantId, Phase, Pin,
  QuestionId, QuizVersion, Result, ShownResult, Snapshot, Standing, Tally, TeamStanding, UserId, YourStanding,
} from "@quickfire/engine";

/** Who did something, and from where: what the audit log keeps of a request. */
export type Origin = { ip: string | null; userAgent: string | null };

export type NewGame = {
  gameId: GameId;
  quiz: QuizVersion;
  hostUserId: UserId;
  settings: GameSettings;
};

export type JoinRequest = {
  gameId: GameId;
  participantId: ParticipantId;
  name: string;
  /** Compared instead of the name: see the engine's `nicknameSkeleton`. */
  skeleton: string;
  avatar: number;
  /** The team that was picked; without one the game deals one, where it has teams. */
  team?: number;
  userId?: UserId;
  /** The same key with the same body gets the first join again; with another body `KEY_REUSED`. */
  idempotency?: { key: string; bodyHash: string };
  origin: Origin;
};
export type JoinFailure = "NOT_FOUND" | "NAME_TAKEN" | "TEAM_FULL" | "LOCKED" | "FULL" | "ENDED" | "KEY_REUSED";

export type { HostCommand };
export type CommandFailure = "NOT_FOUND" | "WRONG_PHASE" | "STALE" | "ENDED";

/** One answer on its way into a batch: read, marked and stamped by the node that received it. */
export type MarkedAnswer = {
  participantId: ParticipantId;
  /** As the client sent it, for the log and for telling a repeat from a conflict. */
  submission: AnswerSubmission;
  /** Redis's time at which the socket was read, by this node's learned offset. */
  receivedAt: number;
  /** The socket's measured round trip; counts only in games with `latencyCompensation`, and within bounds. */
  roundTripMs?: number;
  origin: Origin;
};

export type AnswerReceipt = {
  participantId: ParticipantId;
  result: AnswerResult;
  /** With instant feedback: one's own standing after this answer. */
  standing?: YourStanding;
};

export type LeaderboardPage = { items: Standing[]; total: number; nextCursor: string | null };

/** An earlier round between questions: what was asked, and how it went. */
export type EarlierRound = { round: number; text: string; answered: number; right: number; /** Points were given for it. */ counted: boolean };

export type RoundTally = { round: number; questionId: QuestionId; tally: Tally };

export type GameOverview = {
  gameId: GameId;
  pin: Pin;
  quizId: string;
  title: string;
  phase: Phase;
  paused: boolean;
  round: number;
  rounds: number;
  seq: number;
  participants: number;
  /** How many of them are the host's bots: with one in it, a game is a rehearsal. */
  bots: number;
  present: number;
  answered: number;
  settings: GameSettings;
  locked: boolean;
  hostUserId: UserId;
  createdAt: string;
  dueAt: string | null;
  /** The last flood that locked the game. */
  flood: Flood | null;
};

/**
 * Running games, in Redis. Every method that changes something is one Redis Function call: guard, change, log entry and
 * publication are one atomic step, and every instant in it is Redis's.
 */
export interface GameStore {
  /** Redis's clock, in ms, as this process has learned it; never goes back. */
  now(): number;
  /** Told at which instant something will be due, as soon as this process knows; what other processes know comes with `due`. */
  onScheduled(listener: (at: number) => void): () => void;
  /** How many shards may be believed: those that were compared with Postgres since Redis started. In the others every method fails for a moment. */
  trustedShards(): Promise<number>;
  /** How long the oldest thing that happened beside this game (and in it) has been waiting to be stored in Postgres; 0 where nothing waits. */
  unsavedForMs(gameId: GameId): Promise<number>;
  create(game: NewGame): Promise<{ pin: Pin }>;
  /** The game behind a PIN or a game id. A PIN names only a game that has not ended; an id also an ended one, as long as its state lives. */
  find(pinOrGameId: string): Promise<GameState | null>;
  state(gameId: GameId): Promise<GameState | null>;
  quiz(gameId: GameId): Promise<QuizVersion | null>;
  overview(gameId: GameId): Promise<GameOverview | null>;
  participant(gameId: GameId, participantId: ParticipantId): Promise<Participant | null>;
  /** In the order in which they joined; of more than `most` only so many, without reading all of them. */
  participants(gameId: GameId, most?: number): Promise<(Participant & { present: boolean; answered: boolean })[]>;
  join(request: JoinRequest): Promise<Result<{ participant: Participant; repeated: boolean }, JoinFailure>>;
  /** Gives somebody another name, on every screen and in the report. */
  rename(request: { gameId: GameId; participantId: ParticipantId; name: string; origin: Origin }): Promise<Result<null, "NOT_FOUND" | "ENDED" | "NAME_TAKEN">>;
  /** Removes and bars: the name stays taken, the token stops working, sockets close with 1008. */
  remove(gameId: GameId, participantId: ParticipantId, origin: Origin): Promise<Result<null, "NOT_FOUND" | "ENDED">>;
  /** The same for many, and how many of them were in; each is logged, none is announced by itself. */
  removeAll(gameId: GameId, participantIds: readonly ParticipantId[], origin: Origin): Promise<number>;
  /** Everybody who came in, also who was removed, and the last flood that locked the game: what bots are told by. */
  arrivals(gameId: GameId): Promise<{ arrivals: Arrival[]; flood: Flood | null } | null>;
  /** Lets so many of the host's own bots in, in the lobby, or as many as there is place for. Answers how many are in now. */
  addBots(input: { gameId: GameId; count: number; origin: Origin }): Promise<Result<{ bots: number }, "NOT_FOUND" | "ENDED" | "WRONG_PHASE" | "FULL">>;
  /** Takes all bots out, in the lobby: what follows is a game like any other. */
  removeBots(input: { gameId: GameId; origin: Origin }): Promise<Result<null, "NOT_FOUND" | "ENDED" | "WRONG_PHASE">>;
  /** Gives a participant more time from the next question on, or no timer; only they and their host are told. */
  giveTime(input: { gameId: GameId; participantId: ParticipantId; percent: OwnTime; origin: Origin }): Promise<Result<null, "NOT_FOUND" | "ENDED" | "WRONG_PHASE">>;
  /** Moves a participant to another team, in the lobby; how many are in it does not matter to the host. */
  changeTeam(input: { gameId: GameId; participantId: ParticipantId; team: number; origin: Origin }): Promise<Result<null, "NOT_FOUND" | "WRONG_PHASE">>;
  /** The teams' board as players may see it now, and how many are in each, team 1 first; null in a game without teams. */
  teams(gameId: GameId): Promise<{ standings: TeamStanding[]; sizes: number[] } | null>;
  command(input: { gameId: GameId; command: HostCommand; expectedSeq?: number; origin: Origin }): Promise<Result<{ phase: Phase; round: number; seq: number }, CommandFailure>>;
  /** Moves a game whose time has come, or logs a part of an ended one's standings; who comes second changes nothing. */
  advance(gameId: GameId): Promise<"advanced" | "not-due">;
  /** Games whose time has come, and games whose leaderboard is to be published, in all shards. */
  due(): Promise<{ advance: GameId[]; publish: GameId[]; nextAt: number | null }>;
  /** Marks, then submits the answers of one game in one call; a receipt for each, in their order. */
  submitAnswers(gameId: GameId, answers: MarkedAnswer[]): Promise<AnswerReceipt[]>;
  /** Publishes the top of the board if it changed, at most every 500 ms for the whole cluster; the last change is never missed. */
  publishLeaderboard(gameId: GameId): Promise<void>;
  /** A socket of the participant is open on a node; the newest connection wins, and the older one is told to close (4000). */
  connected(input: { gameId: GameId; participantId: ParticipantId; connectionId: string }): Promise<void>;
  disconnected(input: { gameId: GameId; participantId: ParticipantId; connectionId: string }): Promise<void>;
  /** Keeps a node's participants present; called every 10 s with all of them. */
  stillConnected(gameId: GameId, participantIds: ParticipantId[]): Promise<void>;
  /** The board as players may see it now: where feedback waits for the reveal, without the open question's points. */
  leaderboard(input: {
    gameId: GameId;
    limit: number;
    cursor?: string;
    around?: ParticipantId;
    /** The host gets the board also where its settings keep it from the players. */
    audience?: "players" | "host";
  }): Promise<LeaderboardPage | null>;
  standing(gameId: GameId, participantId: ParticipantId): Promise<YourStanding | null>;
  /** The result of the round that was just closed, for all who are asked about, in parts of some hundred; who is not in the game is left out. */
  standingsAfterReveal(gameId: GameId, participantIds: readonly ParticipantId[]): AsyncIterable<readonly [ParticipantId, YourStanding][]>;
  snapshot(input: { gameId: GameId; participantId?: ParticipantId; node: string }): Promise<{ id: string; snapshot: Snapshot } | null>;
  tally(gameId: GameId): Promise<RoundTally | null>;
  /** The rounds whose results may stand on the wall now; none while a question is open or coming. */
  earlierRounds(gameId: GameId): Promise<EarlierRound[]>;
  /** Puts the result of an earlier round on every stage, or takes it away (null). It holds until the game moves, through any reload. */
  showResult(input: { gameId: GameId; round: number | null }): Promise<Result<null, "NOT_FOUND" | "WRONG_PHASE" | "STALE">>;
  /** What `showResult` put there, and at which `seq`; null where there is no such game. */
  shownResult(gameId: GameId): Promise<{ seq: number; result: ShownResult | null } | null>;
  /** Live games of a host, newest first. */
  gamesOfHost(hostUserId: UserId): Promise<GameOverview[]>;
}
