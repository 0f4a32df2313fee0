import type { z } from "zod";
import type { OptionId } from "../ids";
import type { OpenQuestion } from "../messages";
import type { Result } from "../result";
import type { questionTypeNames } from "./question-type-names";

export { questionTypeNames } from "./question-type-names";
export type QuestionTypeName = (typeof questionTypeNames)[number];

/** What an answer is counted under: an option's or a part's id, or a normalised text. */
export type TallyKey = string;

/**
 * How the answers of a round are counted and shown: the ids that each get their number, and how many of the other keys, which are texts,
 * are shown, the most frequent ones. An id and a text are never equal.
 */
export type TallyForm = { ids: readonly string[]; texts: number };

/** How many texts a reveal shows, unless its picture has place for more. */
export const frequentTexts = 10;

/** How right an answer is: `share` from 0 to 1; `correct` is true at a share of 1. Unscored types mark every answer with null. */
export type Mark = { correct: boolean; share: number } | null;

/** An option as a player may see it. */
export type PlayerOption = { id: OptionId; text: string };

/** What players need of a question beside its text and options, and may know before the reveal. */
export type ShownParts = Pick<OpenQuestion, "parts" | "left" | "range" | "speech">;

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
  /** Players write what they like: what a class should not read is left out of the texts that are shown. */
  freeText?: true;
  /** Gives ids to a draft; what had one keeps it. `newId` is chance, so it is an argument. */
  store: (draft: Draft, newId: () => string) => Stored;
  /** What a player may see before the reveal; nothing here may tell which answer is right. */
  options: (stored: Stored) => PlayerOption[];
  /** The text without what would tell the answer, where the author's own does. */
  shownText?: (stored: Stored) => string;
  /** What else a player has to see before the reveal. */
  shownParts?: (stored: Stored) => ShownParts;
  /** A sound that belongs to the question itself, beside its media. */
  sound?: (stored: Stored) => string | undefined;
  /** Reads `selectedOption` (an id, a text or a zero-based index) or the typed form. Equal answers come out equal. */
  parseAnswer: (stored: Stored, raw: RawAnswer) => Result<Answer, "BAD_ANSWER">;
  mark: (stored: Stored, answer: Answer) => Mark;
  correct: (stored: Stored) => CorrectAnswer;
  /** The keys under which an answer is counted. */
  tallyKeys: (stored: Stored, answer: Answer) => TallyKey[];
  tallyForm: (stored: Stored) => TallyForm;
  /** An answer as a person reads it in a table. */
  inWords: (stored: Stored, answer: Answer) => string;
  /** What was accepted, as a person reads it, the best form first; empty where the options say it, or nothing can be right. */
  rightInWords: (stored: Stored) => string[];
};
