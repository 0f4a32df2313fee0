import { z } from "zod";

/** Ids are branded, so that one kind can't be passed for another; each is parsed once, at the edge. */
const uuid = z.uuid().toLowerCase();

export const gameIdSchema = z
  .string()
  // A game's id carries the region whose Redis holds it: `eu-<uuid>`; without a region it is a bare UUID.
  .regex(/^(?:[a-z][a-z0-9]{1,7}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "not a game id")
  .brand<"GameId">();
export type GameId = z.infer<typeof gameIdSchema>;

export const participantIdSchema = uuid.brand<"ParticipantId">();
export type ParticipantId = z.infer<typeof participantIdSchema>;

export const userIdSchema = uuid.brand<"UserId">();
export type UserId = z.infer<typeof userIdSchema>;

/** One sign-in of a user on one device. */
export const sessionIdSchema = uuid.brand<"SessionId">();
export type SessionId = z.infer<typeof sessionIdSchema>;

export const apiKeyIdSchema = uuid.brand<"ApiKeyId">();
export type ApiKeyId = z.infer<typeof apiKeyIdSchema>;

export const quizIdSchema = uuid.brand<"QuizId">();
export type QuizId = z.infer<typeof quizIdSchema>;

export const quizVersionIdSchema = uuid.brand<"QuizVersionId">();
export type QuizVersionId = z.infer<typeof quizVersionIdSchema>;

export const questionIdSchema = uuid.brand<"QuestionId">();
export type QuestionId = z.infer<typeof questionIdSchema>;

export const assignmentIdSchema = uuid.brand<"AssignmentId">();
export type AssignmentId = z.infer<typeof assignmentIdSchema>;

export const attemptIdSchema = uuid.brand<"AttemptId">();
export type AttemptId = z.infer<typeof attemptIdSchema>;

/** A UUID; `true` and `false` where the options are the two answers of a true-or-false question. */
export const optionIdSchema = z.string().min(1).max(64).brand<"OptionId">();
export type OptionId = z.infer<typeof optionIdSchema>;

/** The join code: a name to be typed from a screen, not a secret. */
export const pinSchema = z.string().regex(/^[0-9]{6}$/, "a code has six digits").brand<"Pin">();
export type Pin = z.infer<typeof pinSchema>;
