import { optionIdSchema, questionIdSchema } from "@quickfire/engine/ids";
import { questionTypeNames, type QuestionTypeName, type StoredQuestion } from "@quickfire/engine/question-types/index";
import { questionLimits } from "@quickfire/engine/question-types/question-fields";
import type { ReactNode } from "react";
import { choiceForm } from "./choice";
import { dictationForm } from "./dictation";
import { gapForm } from "./gap";
import { matchForm } from "./match";
import { multipleForm } from "./multiple";
import { numericForm } from "./numeric";
import { orderForm } from "./order";
import { pollForm } from "./poll";
import type { QuestionFieldsProps, QuestionForm, SharedFields } from "./question-form.types";
import { truefalseForm } from "./truefalse";
import { typedForm } from "./typed";
import { slideForm, wordcloudForm } from "./unscored";

/** The types that can be written here. A new one is a file in this folder and a line here. */
const forms: { [Name in QuestionTypeName]: QuestionForm<Name> } = {
  choice: choiceForm,
  multiple: multipleForm,
  truefalse: truefalseForm,
  typed: typedForm,
  gap: gapForm,
  order: orderForm,
  match: matchForm,
  numeric: numericForm,
  dictation: dictationForm,
  poll: pollForm,
  wordcloud: wordcloudForm,
  slide: slideForm,
};

export const writableTypes: readonly QuestionTypeName[] = questionTypeNames;

function sharedOf({ id, text, timeLimit, points, explanation, media }: StoredQuestion): SharedFields {
  return { id, text, timeLimit, points, ...(explanation ? { explanation } : {}), ...(media ? { media } : {}) };
}

/** A new question in the manner of the one before it: the same type, time and points. */
export function newQuestion(like: StoredQuestion | null, newId: () => string): StoredQuestion {
  const shared: SharedFields = {
    id: questionIdSchema.parse(newId()),
    text: "",
    timeLimit: like?.timeLimit ?? questionLimits.defaultTimeLimit,
    points: like?.points ?? questionLimits.defaultPoints,
  };
  return forms[like?.type ?? "choice"].fromLines(shared, [], newId);
}

/** The same question as another type, with all that fits: text, time, points, explanation, media and, where there are any, answers. */
export function asType<Name extends QuestionTypeName>(question: StoredQuestion<Name>, type: QuestionTypeName, newId: () => string): StoredQuestion {
  const form: QuestionForm<Name> = forms[question.type];
  return forms[type].fromLines(sharedOf(question), form.linesOf(question), newId);
}

/** A copy with ids of its own. */
export function copyOfQuestion(question: StoredQuestion, newId: () => string): StoredQuestion {
  const id = questionIdSchema.parse(newId());
  if (question.type === "choice" || question.type === "multiple") {
    return { ...question, id, options: question.options.map((option) => ({ ...option, id: optionIdSchema.parse(newId()) })) };
  }
  if (question.type === "poll") return { ...question, id, options: question.options.map((option) => ({ ...option, id: optionIdSchema.parse(newId()) })) };
  return { ...question, id };
}

export function renderFields<Name extends QuestionTypeName>(props: QuestionFieldsProps<Name>): ReactNode {
  const { Fields }: QuestionForm<Name> = forms[props.question.type];
  return <Fields key={props.question.id} {...props} />;
}

export function renderPreview<Name extends QuestionTypeName>(question: StoredQuestion<Name>, language: string): ReactNode {
  const { Preview }: QuestionForm<Name> = forms[question.type];
  return <Preview key={question.id} question={question} language={language} />;
}
