import type { QuestionTypeName, StoredQuestion } from "@quickfire/engine/question-types/index";
import type { ComponentType } from "react";

/** What every question has, whatever its type. */
export type SharedFields = Pick<StoredQuestion, "id" | "text" | "timeLimit" | "points" | "explanation" | "media">;

/** Something that can be right or wrong, as it is carried from one question type to another. */
export type AnswerLine = { id?: string; text: string; correct: boolean };

export type QuestionFieldsProps<Name extends QuestionTypeName> = {
  question: StoredQuestion<Name>;
  /** `place` names the field, so that typing in it is undone in one go. */
  onChange: (question: StoredQuestion<Name>, place: string) => void;
  /** What is wrong at a path inside the question, in words. */
  errorAt: (...path: (string | number)[]) => string | null;
  /** The language of the quiz, for spelling and screen readers. */
  language: string;
};

export type QuestionPreviewProps<Name extends QuestionTypeName> = { question: StoredQuestion<Name>; language: string };

/** All that the editor needs to know of a question type, one object a type: a new type is one file here and a line in `registry.ts`. */
export type QuestionForm<Name extends QuestionTypeName> = {
  /** Makes a question of this type out of what another one held; without lines, an empty one. */
  fromLines: (shared: SharedFields, lines: readonly AnswerLine[], newId: () => string) => StoredQuestion<Name>;
  /** What another type could take over. */
  linesOf: (question: StoredQuestion<Name>) => AnswerLine[];
  /** The fields between the question's text and its explanation. */
  Fields: ComponentType<QuestionFieldsProps<Name>>;
  /** The lower part of the player's phone: where the answer is given. */
  Preview: ComponentType<QuestionPreviewProps<Name>>;
};
