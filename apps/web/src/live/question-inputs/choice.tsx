import { useCallback } from "react";
import type { TypedAnswer } from "../store/answer";
import { StageDistribution } from "../stage/StageDistribution";
import { StageOptions } from "../stage/StageOptions";
import { SingleReview } from "./OptionReview";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { SingleChoice } from "./SingleChoice";

const optionOf = (answer: TypedAnswer | null): string | null => (typeof answer?.option === "string" ? answer.option : null);

function Answering(props: AnsweringProps) {
  const { optionIds } = props.question;
  const indexOf = useCallback((answer: TypedAnswer | null) => optionIds.findIndex((id) => id === optionOf(answer)), [optionIds]);
  const answerAt = useCallback((index: number): TypedAnswer => ({ option: optionIds[index] }), [optionIds]);
  return <SingleChoice {...props} indexOf={indexOf} answerAt={answerAt} />;
}

const Review = (props: ReviewProps) => <SingleReview {...props} chosen={optionOf(props.answer)} />;

/** One right option of two to eight. */
export const choice: QuestionInput = { Answering, Review, Shown: StageOptions, Distribution: StageDistribution };
