import type { QuestionId } from "@quickfire/engine/ids";
import { type QuestionTypeName, type StoredQuestion } from "@quickfire/engine/question-types/index";
import { quizLimits, type QuizContent } from "@quickfire/engine/quiz";
import { useMemo, useReducer } from "react";
import { asType, copyOfQuestion, newQuestion } from "./question-forms/registry";
import { openEditor, reduceEditor, selectedQuestion, type EditorState, type QuizFacts } from "./state/editor-state";
import { newId } from "./state/new-id";

/** What the author can do. Chance and time come in here, so that the reducer stays pure. */
export type QuizEditor = {
  state: EditorState;
  question: StoredQuestion | null;
  canAdd: boolean;
  changeFacts: (facts: Partial<QuizFacts>, place: string) => void;
  changeQuestion: (question: StoredQuestion, place: string) => void;
  changeType: (type: QuestionTypeName) => void;
  /** Gives back the new question's id, or null where the quiz is full. */
  add: () => QuestionId | null;
  duplicate: () => void;
  remove: (questionId: QuestionId) => void;
  move: (questionId: QuestionId, to: number) => void;
  select: (questionId: QuestionId) => void;
  replace: (quiz: QuizContent) => void;
  undo: () => void;
  redo: () => void;
};

export function useQuizEditor(quiz: QuizContent): QuizEditor {
  const [state, dispatch] = useReducer(reduceEditor, quiz, openEditor);
  return useMemo(() => {
    const question = selectedQuestion(state);
    const canAdd = state.quiz.questions.length < quizLimits.questions;
    const addAll = (questions: StoredQuestion[], after: QuestionId | null) => dispatch({ name: "questions-added", questions, after });
    return {
      state,
      question,
      canAdd,
      changeFacts: (facts, place) => dispatch({ name: "facts-changed", facts, place, at: Date.now() }),
      changeQuestion: (changed, place) => dispatch({ name: "question-changed", question: changed, place: `${changed.id}-${place}`, at: Date.now() }),
      changeType: (type) => {
        if (question && question.type !== type) dispatch({ name: "question-changed", question: asType(question, type, newId), place: "type", at: Date.now() });
      },
      add: () => {
        if (!canAdd) return null;
        const added = newQuestion(question ?? state.quiz.questions.at(-1) ?? null, newId);
        addAll([added], question?.id ?? null);
        return added.id;
      },
      duplicate: () => { if (question && canAdd) addAll([copyOfQuestion(question, newId)], question.id); },
      remove: (questionId) => dispatch({ name: "question-removed", questionId }),
      move: (questionId, to) => dispatch({ name: "question-moved", questionId, to }),
      select: (questionId) => dispatch({ name: "question-selected", questionId }),
      replace: (other) => dispatch({ name: "quiz-replaced", quiz: other }),
      undo: () => dispatch({ name: "undone" }),
      redo: () => dispatch({ name: "redone" }),
    };
  }, [state]);
}
