import type { QuestionTypeName } from "@quickfire/engine";
import { choice } from "./choice";
import { dictation } from "./dictation";
import { gap } from "./gap";
import { match } from "./match";
import { multiple } from "./multiple";
import { numeric } from "./numeric";
import { order } from "./order";
import { poll } from "./poll";
import type { QuestionInput } from "./question-input";
import { slide } from "./slide";
import { trueFalse } from "./true-false";
import { typed } from "./typed";
import { wordcloud } from "./wordcloud";

/** All of them come with the game, none later: on a bad network a question could not wait for its input. */
const questionInputs: Record<QuestionTypeName, QuestionInput> = { choice, multiple, truefalse: trueFalse, typed, gap, order, match, numeric, dictation, poll, wordcloud, slide };

export const questionInputOf = (type: QuestionTypeName): QuestionInput => questionInputs[type];
