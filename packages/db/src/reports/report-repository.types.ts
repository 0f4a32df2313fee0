import type { GameId, OptionId, ParticipantId, QuestionId, QuestionTypeName, QuizId, RaceStanding, Tally, TeamStanding, UserId } from "@quickfire/engine";

export type ReportParticipant = {
  participantId: ParticipantId;
  name: string;
  avatar: number;
  team?: number;
  userId?: UserId;
  /** One of the host's own, in a rehearsal. */
  bot?: true;
  score: number;
  rank: number;
  right: number;
  answered: number;
  totalTimeMs: number;
  /** Points that an admin took back afterwards. Score and rank stay as they were played. */
  takenBack?: number;
};

export type ReportQuestion = {
  questionId: QuestionId;
  round: number;
  type: QuestionTypeName;
  text: string;
  answered: number;
  right: number;
  /** Null where nobody answered. */
  medianTimeMs: number | null;
  tally: Tally;
  /**
   * How well it tells those who know much from those who know little (the engine's `discriminationsOf`), from -1 to 1. Null where that
   * can't be said; absent where nothing was right or wrong.
   */
  discrimination?: number | null;
  /** As players saw them, and which were right; absent for typed answers. */
  options?: { id: OptionId; text: string; correct: boolean }[];
  /** What counted as right, for typed answers. */
  accepted?: string[];
  /** What the numbers of an answer stand for where items are ordered or matched: the options in the order in which players saw them. */
  shown?: string[];
  /** Of pairs: the sides that stood still. */
  left?: string[];
  /** The host left it out: its answers earn nothing. */
  skipped?: true;
};

export type ReportAnswer = {
  questionId: QuestionId;
  participantId: ParticipantId;
  /** The typed form of CONTRACT.md, section 5. */
  answer: unknown;
  /** Null for types that have no right answer. */
  right: boolean | null;
  points: number;
  timeMs: number;
  at: string;
  actionId?: string;
};

/** CONTRACT.md, section 2, "Report". Of a running game: what is in Postgres so far. */
export type Report = {
  gameId: GameId;
  quizId: QuizId;
  title: string;
  startedAt: string | null;
  endedAt: string | null;
  /** The final standings were recomputed from the stored answers, and nothing differed. */
  verified: boolean;
  /** It began with bots in it, so it counts for nothing beyond itself: see docs/decisions/0021. */
  rehearsal?: true;
  participants: ReportParticipant[];
  /** The teams' board, best first; only of a game with teams. */
  teams?: TeamStanding[];
  questions: ReportQuestion[];
  answers?: ReportAnswer[];
};

/** One row of the CSV and XLSX forms: a participant and a question, answered or not. Values as they are; the writer makes them harmless. */
export type ReportRow = {
  participantId: ParticipantId;
  name: string;
  round: number;
  questionId: QuestionId;
  question: string;
  /** In words: option texts, what was typed; null without an answer. */
  answer: string | null;
  right: boolean | null;
  points: number;
  timeMs: number | null;
  at: string | null;
  /** Null for who is in none. */
  team: number | null;
};

/** Some rows at a time, however many there are. */
export type ReportRows = { hasTeams: boolean; batches: AsyncIterable<ReportRow[]> };

export type RaceRound = { round: number; questionId: QuestionId; text: string; /** The first ten, best first. */ front: (RaceStanding & { name: string; avatar: number })[] };

/** The standings after each round. Rounds that were skipped counted for nobody, and are left out. */
export type GameRace = { players: number; rounds: RaceRound[] };

export type RightShare = { answered: number; right: number };

/** How one quiz went from game to game, the oldest first; questions in the order of the newest game, and only those that can be right. */
export type QuizResults = {
  quizId: QuizId;
  title: string;
  /** Whether they may edit the quiz: a co-host may not. */
  isOwner: boolean;
  games: ({ gameId: GameId; title: string; startedAt: string; participants: number } & RightShare)[];
  questions: { questionId: QuestionId; type: QuestionTypeName; text: string; games: ({ gameId: GameId } & RightShare)[] }[];
};

export type ReportRequest = { gameId: GameId; hostUserId: UserId };

/** For the host only; missing and foreign look alike. */
export interface ReportRepository {
  report(request: ReportRequest & { include?: { answers?: boolean } }): Promise<Report | null>;
  /** By participant in the order of their rank, then by round; some at a time, however many there are. */
  rows(request: ReportRequest): Promise<ReportRows | null>;
  /** The newest games of a quiz, of those that somebody hosted or co-hosted. Null for who has nothing to do with the quiz. */
  ofQuiz(request: { quizId: QuizId; userId: UserId }): Promise<QuizResults | null>;
  race(request: ReportRequest): Promise<GameRace | null>;
}
