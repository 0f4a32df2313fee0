import type { z } from "zod";
import type { OptionId } from "../ids";
import type { Result } from "../result";

/** Every type that a quiz may hold (CONTRACT: section 5). Those without a file in this folder are not playable yet. */
export const questionTypeNames = [
  "choice", "multiple", "truefalse", "typed", "gap", "order", "match", "numeric", "dictation", "poll", "wordcloud", "slide",
] as const;
export type QuestionTypeName = (typeof questionTypeNames)[number];

/** What the answers of a round looked like: ticks per option, or the most frequent texts. */
export type TallyKey = string;

/** How right an answer is: `share` from 0 to 1; `correct` is true at a share of 1. Unscored types mark every answer with null. */
export type Mark = { correct: boolean; share: number } | null;

/** An option as a player may see it. */
export type PlayerOption = { id: OptionId; text: string };

/** An answer as it came over a socket, before its question type has read it. */
export type RawAnswer = { selectedOption?: string | number; answer?: unknown };

/** What leaves the server at the reveal: the ids of the right options, or a typed form. */
export type CorrectAnswer = OptionId[] | Record<string, unknown>;

/**
 * All that differs between question types, one object a type, so that a new type is one file here and one on the web side.
 * `Draft` is the author's form (CONTRACT: section 5) with its defaults filled in, `Stored` the same with ids, `Answer` the
 * typed form on the wire.
 */
export type QuestionType<Draft, Stored, Answer> = {
  name: QuestionTypeName;
  /** Parses an author's finished question; refuses unknown keys by name. */
  draftSchema: z.ZodType<Draft>;
  /** The same while it is being written: the upper limits hold, what is missing may be missing. */
  workingSchema: z.ZodType<Draft>;
  /** Parses what `store` has made, when it comes back from where it was kept. */
  storedSchema: z.ZodType<Stored>;
  /** Whether answers earn points at all. */
  scored: boolean;
  /** Gives ids to a draft; what had one keeps it. `newId` is chance, so it is an argument. */
  store: (draft: Draft, newId: () => string) => Stored;
  /** What a player may see before the reveal; nothing here may tell which answer is right. */
  options: (stored: Stored) => PlayerOption[];
  /** Reads `selectedOption` (an id, a text or a zero-based index) or the typed form. Equal answers come out equal. */
  parseAnswer: (stored: Stored, raw: RawAnswer) => Result<Answer, "BAD_ANSWER">;
  mark: (stored: Stored, answer: Answer) => Mark;
  correct: (stored: Stored) => CorrectAnswer;
  /** The keys under which an answer is counted: option ids, or one normalised text. */
  tallyKeys: (stored: Stored, answer: Answer) => TallyKey[];
  /** How the tally is shown: per option, or as the most frequent texts. */
  tallyForm: "options" | "texts";
};
