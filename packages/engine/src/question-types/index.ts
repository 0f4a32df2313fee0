import { z } from "zod";
import { isRude } from "../nickname/profanity";
import { InvariantError, ok, type Result } from "../result";
import { choice } from "./choice";
import { dictation } from "./dictation";
import { gap } from "./gap";
import { match } from "./match";
import { multiple } from "./multiple";
import { numeric } from "./numeric";
import { order } from "./order";
import { poll } from "./poll";
import { slide } from "./slide";
import { trueFalse } from "./true-false";
import { typed } from "./typed";
import { wordcloud } from "./wordcloud";
import type { CorrectAnswer, Mark, PlayerOption, QuestionType, QuestionTypeName, RawAnswer, ShownParts, TallyForm, TallyKey } from "./question-type";

export { questionTypeNames, type QuestionTypeName } from "./question-type";

/** A new type is a file in this folder and a line here. */
const questionTypes = { choice, multiple, truefalse: trueFalse, typed, gap, order, match, numeric, dictation, poll, wordcloud, slide };

type Parts<Type> = Type extends QuestionType<infer Draft, infer Stored, infer Answer> ? { draft: Draft; stored: Stored; answer: Answer } : never;
type PartsOf = { [Name in QuestionTypeName]: Parts<(typeof questionTypes)[Name]> };

/** A question of one type, or (without a name) of any, told apart by `type`. */
export type DraftQuestion<Name extends QuestionTypeName = QuestionTypeName> = { [N in Name]: PartsOf[N]["draft"] & { type: N } }[Name];
export type StoredQuestion<Name extends QuestionTypeName = QuestionTypeName> = { [N in Name]: PartsOf[N]["stored"] & { type: N } }[Name];
export type Answer<Name extends QuestionTypeName = QuestionTypeName> = { [N in Name]: PartsOf[N]["answer"] }[Name];

/** The registry as the compiler needs it to see that a question and the type under its name belong together. */
const types: { [Name in QuestionTypeName]: QuestionType<PartsOf[Name]["draft"], PartsOf[Name]["stored"], PartsOf[Name]["answer"]> } = questionTypes;

function atLeastOne<Item>([first, ...others]: Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new InvariantError("no question type is registered");
  return [first, ...others];
}

const refuseType = {
  error(issue: z.core.$ZodRawIssue): string {
    const input: unknown = issue.input;
    const type = typeof input === "object" && input !== null && "type" in input ? input.type : undefined;
    return typeof type === "string" ? `There is no question type “${type.slice(0, 40)}”.` : "A question needs a type.";
  },
};

const list = Object.values(questionTypes);
export const draftQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.draftSchema)), refuseType);
export const workingQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.workingSchema)), refuseType);
export const storedQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.storedSchema)));

export function storeQuestion<Name extends QuestionTypeName>(draft: DraftQuestion<Name>, newId: () => string): StoredQuestion {
  return types[draft.type].store(draft, newId);
}

export const isScored = (question: StoredQuestion): boolean => types[question.type].scored;

/** Whether it asks anything at all. */
export const isAnswered = ({ type }: Pick<StoredQuestion, "type">): boolean => type !== "slide";

export function tallyFormOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): TallyForm {
  return types[question.type].tallyForm(question);
}

/** What a player may see of the options before the reveal. */
export function optionsOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): PlayerOption[] {
  return types[question.type].options(question);
}

/** The text as a player may read it before the reveal. */
export function shownTextOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): string {
  return types[question.type].shownText?.(question) ?? question.text;
}

/** What else a player has to see before the reveal. */
export function shownPartsOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): ShownParts {
  return types[question.type].shownParts?.(question) ?? {};
}

/** A sound that belongs to the question itself, beside its media. */
export function soundOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): string | undefined {
  return types[question.type].sound?.(question);
}

/** What leaves the server at the reveal, and never before. */
export function correctAnswerOf<Name extends QuestionTypeName>(question: StoredQuestion<Name>): CorrectAnswer {
  return types[question.type].correct(question);
}

/** What was accepted, as a person reads it; empty where the options say it. */
export function rightInWords<Name extends QuestionTypeName>(question: StoredQuestion<Name>): string[] {
  return types[question.type].rightInWords(question);
}

export type ReadAnswer = { answer: Answer; mark: Mark; tallyKeys: TallyKey[]; };

/**
 * Reads an answer as it came over a socket: its typed form, how right it is, and what it counts under.
 * Equal answers have equal JSON, which is how a repeat is told from a conflict. `language` is the quiz's: a rude word counts as an answer,
 * and under no text, so that it comes on no wall.
 */
export function readAnswer<Name extends QuestionTypeName>(question: StoredQuestion<Name>, raw: RawAnswer, language = "en"): Result<ReadAnswer, "BAD_ANSWER"> {
  const type = types[question.type];
  const parsed = type.parseAnswer(question, raw);
  if (!parsed.ok) return parsed;
  const answer = parsed.value;
  const mark = type.mark(question, answer);
  const keys = type.tallyKeys(question, answer);
  // What the author accepts may be shown, whatever a filter takes it for.
  const tallyKeys = type.freeText && !mark?.correct ? keys.filter((key) => !isRude(key, language)) : keys;
  return ok({ answer, mark, tallyKeys });
}

/** An answer in its typed form as a person reads it in a table. */
export function answerInWords<Name extends QuestionTypeName>(question: StoredQuestion<Name>, answer: unknown): Result<string, "BAD_ANSWER"> {
  const type = types[question.type];
  const parsed = type.parseAnswer(question, { answer });
  return parsed.ok ? ok(type.inWords(question, parsed.value)) : parsed;
}
