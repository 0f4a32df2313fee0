import { useCallback } from "react";
import type { TileState } from "@/ui/AnswerTile";
import type { TypedAnswer } from "../store/answer";
import { OptionTiles } from "./OptionTiles";
import type { AnsweringProps } from "./question-input";
import { useAnswerKeys } from "./use-answer-keys";

type SingleChoiceProps = AnsweringProps & {
  /** The place of the option that an answer names. */
  indexOf: (answer: TypedAnswer | null) => number;
  answerAt: (index: number) => TypedAnswer;
};

/** One tap answers. */
export function SingleChoice({ question, state, open, optionsOnly, onAnswer, indexOf, answerAt }: SingleChoiceProps) {
  const given = state && state.status !== "refused" ? state : null;
  const chosen = given ? indexOf(given.answer) : -1;
  const stateOf = (index: number): TileState => {
    if (!given) return open ? "idle" : "disabled";
    if (index !== chosen) return "disabled";
    return given.status === "accepted" ? "locked" : "chosen";
  };
  const free = open && !given;
  const pick = useCallback((index: number) => onAnswer(answerAt(index)), [onAnswer, answerAt]);
  useAnswerKeys({ count: question.optionIds.length, enabled: free, onPick: pick });
  return <OptionTiles question={question} stateOf={stateOf} open={free} sending={given?.status === "pending"} optionsOnly={optionsOnly} onPick={pick} />;
}
