import type { OpenQuestion } from "@quickfire/engine";
import type { ComponentType } from "react";
import type { AnswerState, TypedAnswer } from "../store/answer";
import type { QuestionClosed } from "../store/live-game";

export type AnsweringProps = {
  question: OpenQuestion;
  state: AnswerState | undefined;
  /** Answers are taken now: the question has opened, is not paused, and its time is not over. */
  open: boolean;
  /** The question is read from the big screen: the keys take all of the phone. */
  optionsOnly: boolean;
  onAnswer: (answer: TypedAnswer) => void;
};

export type ReviewProps = { question: OpenQuestion; closed: QuestionClosed; answer: TypedAnswer | null; correct: boolean };

/** All that the browser shows of one question type, so that a new type is one file here and a line in the registry. */
export type QuestionInput = {
  /** In place of the question's text, where the answering part shows that itself. */
  Asked?: ComponentType;
  /** The answering part takes the room that the text leaves. */
  asksShort?: true;
  /** The answering part plays the question's sound itself. */
  ownSound?: true;
  /** Where a player answers. */
  Answering: ComponentType<AnsweringProps>;
  /** A player's answer beside the right one: at the reveal, and among the mistakes at the end. */
  Review: ComponentType<ReviewProps>;
  /** On the big screen, while the question is open. */
  Shown: ComponentType<{ question: OpenQuestion }>;
  /** On the big screen, at the reveal: what was answered, and what was right. */
  Distribution: ComponentType<{ question: OpenQuestion; closed: QuestionClosed }>;
};
