import type { QuestionInput } from "./question-input";

const Nothing = () => null;

/** A slide asks nothing: its scenes show it whole. */
export const slide: QuestionInput = { Answering: Nothing, Review: Nothing, Shown: Nothing, Distribution: Nothing };
