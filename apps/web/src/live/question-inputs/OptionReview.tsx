import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerPanel, type TileState } from "@/ui/AnswerTile";
import { useOptionTexts } from "./option-texts";
import styles from "./OptionReview.module.css";
import type { ReviewProps } from "./question-input";
import { rightOptions } from "./right-answer";

/** One answer of several options: what was chosen, and what was right where that was another. */
export function SingleReview({ question, closed, chosen }: ReviewProps & { chosen: string | null }) {
  const t = useTranslations("player.reveal");
  const right = rightOptions(closed);
  const wasRight = chosen !== null && right.includes(chosen);
  return (
    <>
      {chosen !== null && !wasRight ? (
        <Labelled label={t("yourAnswer")}><Option question={question} id={chosen} state="wrong" /></Labelled>
      ) : null}
      {right.map((id) => (
        <Labelled key={id} label={wasRight ? t("yourAnswerRight") : t("rightAnswer")} labelHidden={wasRight}>
          <Option question={question} id={id} state="right" />
        </Labelled>
      ))}
    </>
  );
}

/** Several answers: every option with what became of it. */
export function SeveralReview({ question, closed, chosen }: ReviewProps & { chosen: readonly string[] }) {
  const t = useTranslations("player.reveal");
  const right = rightOptions(closed);
  const stateOf = (id: string): TileState => {
    if (chosen.includes(id)) return right.includes(id) ? "right" : "wrong";
    return right.includes(id) ? "missed" : "disabled";
  };
  const words: Partial<Record<TileState, string>> = { right: t("rightShort"), wrong: t("wrongShort"), missed: t("missed") };
  return (
    <ul className={styles.several} aria-label={t("allOptions")}>
      {question.optionIds.map((id) => {
        const state = stateOf(id);
        const word = words[state];
        return (
          <li key={id}>
            <Option question={question} id={id} state={state} />
            {word ? <span className="visually-hidden">{word}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Labelled({ label, labelHidden = false, children }: { label: string; labelHidden?: boolean; children: ReactNode }) {
  return (
    <div>
      <p className={labelHidden ? "visually-hidden" : styles.label}>{label}</p>
      {children}
    </div>
  );
}

function Option({ question, id, state }: { question: ReviewProps["question"]; id: string; state: TileState }) {
  const texts = useOptionTexts(question);
  const index = question.optionIds.findIndex((optionId) => optionId === id);
  return index < 0 ? null : <AnswerPanel index={index} text={texts[index]} state={state} />;
}
