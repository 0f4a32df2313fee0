import type { QuestionTypeName } from "@quickfire/engine";
import { choice } from "./choice";
import { multiple } from "./multiple";
import type { QuestionInput } from "./question-input";
import { trueFalse } from "./true-false";
import { typed } from "./typed";

/** The types that can be played here. One that is missing is not offered by the server either. */
const questionInputs: Partial<Record<QuestionTypeName, QuestionInput>> = { choice, multiple, truefalse: trueFalse, typed };

export const questionInputOf = (type: QuestionTypeName): QuestionInput | null => questionInputs[type] ?? null;
