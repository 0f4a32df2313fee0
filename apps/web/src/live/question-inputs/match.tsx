import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { MatchReveal } from "../stage/MatchReveal";
import { StagePairs } from "../stage/StagePairs";
import { MatchReview } from "./MatchReview";
import type { AnsweringProps, QuestionInput } from "./question-input";
import { pairsIn } from "./read-form";
import { useDrag } from "./use-drag";
import { useSlots } from "./use-slots";
import { WordChip } from "./WordChip";
import lockStyles from "./LockIn.module.css";
import styles from "./words.module.css";

/** Each left-hand side has a place beside it: a tap on an answer fills the marked one, or it is dragged there. */
function Answering({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const language = useQuizLanguage();
  const lefts = question.left ?? [];
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const { slots, active, filled, activate, place, take } = useSlots({ questionId: question.questionId, places: lefts.length, options: question.options.length });
  const [said, setSaid] = useState("");
  const answered = pairsIn(given?.answer ?? null);
  const shown = given ? lefts.map((_, left) => answered.get(left) ?? null) : slots;
  const put = (option: number, left = active) => {
    place(option, left);
    setSaid(t("paired", { left: lefts[left] ?? "", right: question.options[option] ?? "" }));
  };
  const dragOf = useDrag((option, left) => { if (free) put(Number(option), Number(left)); });
  const lockIn = () => onAnswer({ pairs: slots.flatMap((option, left) => (option === null ? [] : [[left, option]])) });
  return (
    <>
      <ol className={classNames(styles.scroll, styles.pairs)} aria-label={t("pairs")} lang={language}>
        {lefts.map((left, index) => {
          const option = shown[index] ?? null;
          const right = option === null ? null : (question.options[option] ?? "");
          return (
            <li key={left} className={styles.pair} data-drop={index}>
              <span className={styles.left}>{left}</span>
              <button
                type="button"
                className={styles.slot}
                data-filled={right === null ? undefined : ""}
                data-active={free && index === active ? "" : undefined}
                aria-label={right === null ? t("pairEmpty", { left }) : t("pairFilled", { left, right })}
                aria-current={free && index === active ? "true" : undefined}
                disabled={!free}
                onClick={() => (right === null ? activate(index) : take(index))}
              >
                {right ?? <span aria-hidden>…</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.bankLabel} id="bank">{t("answers")}</p>
      <ul className={classNames(styles.bank, styles.tightBank)} aria-labelledby="bank" lang={language}>
        {question.options.map((text, option) => {
          const used = shown.includes(option);
          return <li key={question.optionIds[option]}><WordChip look={used ? "used" : "free"} disabled={!free || used} {...dragOf(String(option))} onClick={() => put(option)}>{text}</WordChip></li>;
        })}
      </ul>
      <p className="visually-hidden" aria-live="polite">{said}</p>
      <Button look="primary" size="wide" className={lockStyles.lockIn} disabled={!free || filled === 0} onClick={lockIn}>
        {given ? t("lockedIn") : filled === lefts.length ? t("lockIn") : t("lockInPaired", { filled, count: lefts.length })}
      </Button>
    </>
  );
}

/** Pairs to be found. */
export const match: QuestionInput = { asksShort: true, Answering, Review: MatchReview, Shown: StagePairs, Distribution: MatchReveal };
