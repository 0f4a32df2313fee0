import type { QuestionTypeName } from "@quickfire/engine";

/** Whether a type's options are known by letter, shape and colour; others' are words to be placed. */
export const hasLetters = (type: QuestionTypeName): boolean => type === "choice" || type === "multiple" || type === "truefalse" || type === "poll";
