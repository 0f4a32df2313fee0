import { z } from "zod";
import { InvariantError, ok, type Result } from "../result";
import { choice } from "./choice";
import { multiple } from "./multiple";
import { trueFalse } from "./true-false";
import { typed } from "./typed";
import { questionTypeNames, type CorrectAnswer, type Mark, type PlayerOption, type QuestionType, type RawAnswer, type TallyKey } from "./question-type";

/** The types that can be played now. A new one is a file in this folder and a line here. */
const questionTypes = { choice, multiple, truefalse: trueFalse, typed };

export type PlayableQuestionType = keyof typeof questionTypes;

export const playableQuestionTypes: readonly PlayableQuestionType[] = questionTypeNames.filter(
  (name): name is PlayableQuestionType => Object.hasOwn(questionTypes, name),
);

type Parts<Type> = Type extends QuestionType<infer Draft, infer Stored, infer Answer> ? { draft: Draft; stored: Stored; answer: Answer } : never;
type PartsOf = { [Name in PlayableQuestionType]: Parts<(typeof questionTypes)[Name]> };

/** A question of one type, or (without a name) of any, told apart by `type`. */
export type DraftQuestion<Name extends PlayableQuestionType = PlayableQuestionType> = { [N in Name]: PartsOf[N]["draft"] & { type: N } }[Name];
export type StoredQuestion<Name extends PlayableQuestionType = PlayableQuestionType> = { [N in Name]: PartsOf[N]["stored"] & { type: N } }[Name];
export type Answer<Name extends PlayableQuestionType = PlayableQuestionType> = { [N in Name]: PartsOf[N]["answer"] }[Name];

/** The registry as the compiler needs it to see that a question and the type under its name belong together. */
const types: { [Name in PlayableQuestionType]: QuestionType<PartsOf[Name]["draft"], PartsOf[Name]["stored"], PartsOf[Name]["answer"]> } = questionTypes;

function atLeastOne<Item>([first, ...others]: Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new InvariantError("no question type is registered");
  return [first, ...others];
}

const isTypeName = (name: unknown): name is string => questionTypeNames.some((known) => known === name);

const refuseType = {
  error(issue: z.core.$ZodRawIssue): string {
    const input: unknown = issue.input;
    const type = typeof input === "object" && input !== null && "type" in input ? input.type : undefined;
    if (isTypeName(type)) return `Questions of the type ${type} can’t be played yet.`;
    return typeof type === "string" ? `There is no question type “${type.slice(0, 40)}”.` : "A question needs a type.";
  },
};

const list = Object.values(questionTypes);
export const draftQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.draftSchema)), refuseType);
export const workingQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.workingSchema)), refuseType);
export const storedQuestionSchema = z.discriminatedUnion("type", atLeastOne(list.map((type) => type.storedSchema)));

export function storeQuestion<Name extends PlayableQuestionType>(draft: DraftQuestion<Name>, newId: () => string): StoredQuestion {
  return types[draft.type].store(draft, newId);
}

export const isScored = (question: StoredQuestion): boolean => types[question.type].scored;

export const tallyFormOf = (question: StoredQuestion): "options" | "texts" => types[question.type].tallyForm;

/** What a player may see of the options before the reveal. */
export function optionsOf<Name extends PlayableQuestionType>(question: StoredQuestion<Name>): PlayerOption[] {
  return types[question.type].options(question);
}

/** What leaves the server at the reveal, and never before. */
export function correctAnswerOf<Name extends PlayableQuestionType>(question: StoredQuestion<Name>): CorrectAnswer {
  return types[question.type].correct(question);
}

export type ReadAnswer = { answer: Answer; mark: Mark; tallyKeys: TallyKey[] };

/**
 * Reads an answer as it came over a socket: its typed form, how right it is, and what it counts under.
 * Equal answers have equal JSON, which is how a repeat is told from a conflict.
 */
export function readAnswer<Name extends PlayableQuestionType>(question: StoredQuestion<Name>, raw: RawAnswer): Result<ReadAnswer, "BAD_ANSWER"> {
  const type = types[question.type];
  const parsed = type.parseAnswer(question, raw);
  if (!parsed.ok) return parsed;
  const answer = parsed.value;
  return ok({ answer, mark: type.mark(question, answer), tallyKeys: type.tallyKeys(question, answer) });
}
