import type { TypedAnswer } from "../store/answer";
import { StageDistribution } from "../stage/StageDistribution";
import { StageOptions } from "../stage/StageOptions";
import { SingleReview } from "./OptionReview";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { SingleChoice } from "./SingleChoice";

/** True stands first, as in `optionIds`. */
const indexOf = (answer: TypedAnswer | null): number => (answer?.value === true ? 0 : answer?.value === false ? 1 : -1);
const answerAt = (index: number): TypedAnswer => ({ value: index === 0 });

const Answering = (props: AnsweringProps) => <SingleChoice {...props} indexOf={indexOf} answerAt={answerAt} />;

const Review = (props: ReviewProps) => <SingleReview {...props} chosen={props.question.optionIds[indexOf(props.answer)] ?? null} />;

/** A statement that is true or false. */
export const trueFalse: QuestionInput = { Answering, Review, Shown: StageOptions, Distribution: StageDistribution };
