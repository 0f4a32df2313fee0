import type { AnswerSubmission, GameFacts, GameId, GameState, LoggedEvent, OwnTime, ParticipantId, QuestionId, RefusalReason, UserId } from "@quickfire/engine";
import type { Origin } from "../game-store.types";

/** Where an event of the durable log stands. */
export type LogPosition = {
  gameId: GameId;
  epoch: string;
  /** The game's log number: gapless, one per entry. */
  logNumber: number;
  /** The event's place within its entry. */
  index: number;
};

type AnswerFacts = {
  participantId: ParticipantId;
  /** Redis's time at which the node read the socket. */
  receivedAt: number;
  /** What the client said, word for word: logged, never trusted. */
  submission: AnswerSubmission;
  origin: Origin;
};

/** What happened to one participant. What moved the whole game are the engine's `LoggedEvent`s. */
export type ParticipantEvent =
  | { type: "PARTICIPANT_JOINED"; participantId: ParticipantId; name: string; avatar: number; team?: number; fromRound?: number; userId?: UserId; bot?: true; idempotency?: { key: string; bodyHash: string }; origin: Origin }
  /** The host moved them, in the lobby. */
  | { type: "TEAM_CHANGED"; participantId: ParticipantId; team: number; origin: Origin }
  | { type: "PARTICIPANT_RENAMED"; participantId: ParticipantId; name: string; formerName: string; origin: Origin }
  /** 100: the same time as everybody again; 0: no timer. */
  | { type: "TIME_GIVEN"; participantId: ParticipantId; percent: OwnTime; origin: Origin }
  | { type: "PARTICIPANT_REMOVED"; participantId: ParticipantId; origin: Origin }
  | (AnswerFacts & {
      type: "ANSWER_SUBMITTED";
      round: number;
      questionId: QuestionId;
      /** The typed form of CONTRACT.md, section 5. */
      answer: unknown;
      /** Null for question types that have no right answer. */
      correct: boolean | null;
      /** With the streak's bonus. */
      points: number;
      timeMs: number;
      streak: number;
    })
  | (AnswerFacts & {
      type: "ANSWER_REJECTED";
      /** The round whose question it names; null for a question that is none of this quiz. */
      round: number | null;
      /** As the client named it. */
      questionId: string;
      /** `CONFLICT`: a second, different answer to a question whose first one stands. */
      reason: RefusalReason | "CONFLICT";
    })
  | {
      type: "SCORE_CHANGED";
      participantId: ParticipantId;
      round: number;
      questionId: QuestionId;
      /** `skip`, `void`: the round was left out, or taken back after its reveal, and its points with it. */
      action: "answer" | "skip" | "void";
      actionId?: string;
      oldScore: number;
      newScore: number;
      origin: Origin;
    }
  | { type: "FINAL_STANDING"; participantId: ParticipantId; name: string; team?: number; userId?: UserId; score: number; rank: number; totalTimeMs: number };

/** A change of the whole game. `origin` is the host's; null where the clock moved it. */
export type GameMovedEvent = LoggedEvent & { origin: Origin | null };

/** How a life of a game in Redis begins: with all that is needed to begin it again. The quiz itself is in Postgres already. */
export type LifeEvent =
  | { type: "GAME_CREATED"; facts: GameFacts }
  /** Its state was lost or fell behind, and was made again from so many events in Postgres: the first event of a new epoch. */
  | { type: "GAME_REBUILT"; state: Omit<GameState, "facts">; openedRound: number; storedEvents?: number };

/** What happened in a game, as it gets into Postgres: one event, one row. */
export type LogEvent = LogPosition & {
  /** A UUID made from the position, so a redelivered entry gives the same ids again. */
  eventId: string;
  /** Redis's clock, in ms. */
  at: number;
} & (LifeEvent | ParticipantEvent | GameMovedEvent);
