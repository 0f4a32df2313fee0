import type { GameId, OptionId, ParticipantId, QuestionId, QuestionTypeName, QuizId, Tally, UserId } from "@quickfire/engine";

export type ReportParticipant = {
  participantId: ParticipantId;
  name: string;
  team?: number;
  userId?: UserId;
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
  /** As players saw them, and which were right; absent for typed answers. */
  options?: { id: OptionId; text: string; correct: boolean }[];
  /** What counted as right, for typed answers. */
  accepted?: string[];
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
  participants: ReportParticipant[];
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
};

export type ReportRequest = { gameId: GameId; hostUserId: UserId };

/** For the host only; missing and foreign look alike. */
export interface ReportRepository {
  report(request: ReportRequest & { include?: { answers?: boolean } }): Promise<Report | null>;
  /** By participant in the order of their rank, then by round. */
  rows(request: ReportRequest): Promise<ReportRow[] | null>;
}
