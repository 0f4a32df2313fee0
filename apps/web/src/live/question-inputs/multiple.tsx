import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import type { TileState } from "@/ui/AnswerTile";
import { Button } from "@/ui/Button";
import type { TypedAnswer } from "../store/answer";
import { StageDistribution } from "../stage/StageDistribution";
import { StageOptions } from "../stage/StageOptions";
import styles from "./LockIn.module.css";
import { SeveralReview } from "./OptionReview";
import { OptionTiles } from "./OptionTiles";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { useAnswerKeys } from "./use-answer-keys";
import { useDraft } from "./use-draft";

const optionsOf = (answer: TypedAnswer | null): string[] =>
  Array.isArray(answer?.options) ? answer.options.filter((id): id is string => typeof id === "string") : [];

const readTicks = (ids: readonly string[]) => (kept: unknown): string[] | null =>
  Array.isArray(kept) && kept.every((id) => ids.includes(id)) ? kept : null;

/** Taps tick and untick; "Lock in" answers, and so does Enter. */
function Answering({ question, state, open, optionsOnly, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const [ticked, setTicked] = useDraft<readonly string[]>(question.questionId, [], readTicks(question.optionIds));
  const given = state && state.status !== "refused" ? state : null;
  const chosen = given ? optionsOf(given.answer) : ticked;
  const free = open && !given;
  const ready = free && ticked.length > 0;

  const stateOf = (index: number): TileState => {
    const isChosen = chosen.includes(question.optionIds[index] ?? "");
    if (!given) return isChosen ? "chosen" : open ? "idle" : "disabled";
    return isChosen ? (given.status === "accepted" ? "locked" : "chosen") : "disabled";
  };
  const toggle = useCallback(
    (index: number) => {
      const id = question.optionIds[index];
      if (id) setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
    },
    [question.optionIds, ticked, setTicked],
  );
  const lockIn = useCallback(() => {
    if (ready) onAnswer({ options: question.optionIds.filter((id) => ticked.includes(id)) });
  }, [ready, onAnswer, question.optionIds, ticked]);

  useAnswerKeys({ count: question.optionIds.length, enabled: free, onPick: toggle });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // On a button, Enter presses that button.
      if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) lockIn();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [lockIn]);

  return (
    <>
      <OptionTiles question={question} stateOf={stateOf} open={free} sending={given?.status === "pending"} optionsOnly={optionsOnly} onPick={toggle} />
      <Button look="primary" size="wide" className={styles.lockIn} disabled={!ready} onClick={lockIn}>
        {given ? t("lockedIn") : ticked.length > 0 ? t("lockInCount", { count: ticked.length }) : t("lockIn")}
      </Button>
    </>
  );
}

const Review = (props: ReviewProps) => <SeveralReview {...props} chosen={optionsOf(props.answer)} />;

/** Several right options; a part of them earns a part of the points. */
export const multiple: QuestionInput = { Answering, Review, Shown: StageOptions, Distribution: StageDistribution };
