import { Check, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { NumberReveal } from "../stage/NumberReveal";
import { StageRange } from "../stage/StageRange";
import { parseNumber, sliderStep } from "./parse-number";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { numberLineIn, valueIn } from "./read-form";
import { readText, useDraft } from "./use-draft";
import styles from "./numeric.module.css";
import review from "./Review.module.css";

/** A field for the exact number, and where it is bounded a slider to come near it with the thumb. */
function Answering({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const format = useFormatter();
  const id = useId();
  const { min, max, unit } = question.range ?? { unit: "" };
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const [text, setText] = useDraft(question.questionId, "", readText);
  const shown = given ? String(valueIn(given.answer) ?? text) : text;
  const value = parseNumber(shown);
  const isInside = value !== null && (min === undefined || value >= min) && (max === undefined || value <= max);
  const bounded = min !== undefined && max !== undefined ? { min, max } : null;
  const mayBeNegative = min === undefined || min < 0;
  const bounds = bounded ? t("between", { min: format.number(bounded.min, plain), max: format.number(bounded.max, plain) }) : null;
  const wrong = shown.trim() !== "" && !isInside;

  const lockIn = (event: FormEvent) => {
    event.preventDefault();
    if (free && isInside) onAnswer({ value });
  };
  return (
    <form onSubmit={lockIn}>
      <label className={styles.label} htmlFor={id}>{t("numberLabel")}</label>
      <div className={styles.row}>
        {/* Number pads of phones have no minus. */}
        {mayBeNegative ? <Button size="phone" className={styles.sign} disabled={!free} aria-label={t("changeSign")} onClick={() => setText(text.startsWith("-") ? text.slice(1) : `-${text}`)}>±</Button> : null}
        <input
          id={id}
          className={classNames("figure", styles.input)}
          value={shown}
          onChange={(event) => setText(event.target.value)}
          disabled={!free}
          maxLength={20}
          inputMode="decimal"
          enterKeyHint="send"
          autoComplete="off"
          aria-describedby={`${id}-note`}
          aria-invalid={wrong || undefined}
        />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
      </div>
      {bounded ? (
        <input
          type="range"
          className={styles.slider}
          aria-label={t("slider")}
          aria-valuetext={value === null ? t("notChosen") : undefined}
          min={bounded.min}
          max={bounded.max}
          step={sliderStep(bounded)}
          value={isInside ? value : (bounded.min + bounded.max) / 2}
          data-unset={value === null || undefined}
          onChange={(event) => setText(event.target.value)}
          disabled={!free}
        />
      ) : null}
      <p id={`${id}-note`} className={styles.note} data-wrong={wrong || undefined}>{wrong && value === null ? t("notANumber") : bounds}</p>
      <Button type="submit" look="primary" size="wide" className={styles.lockIn} disabled={!free || !isInside}>{given ? t("lockedIn") : t("lockIn")}</Button>
    </form>
  );
}

/** Years have no separators. */
const plain = { useGrouping: false, maximumFractionDigits: 10 } as const;

function Review({ question, closed, answer, correct }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const format = useFormatter();
  const line = numberLineIn(closed.correct);
  const own = valueIn(answer);
  const words = (value: number) => [format.number(value, plain), question.range?.unit].filter(Boolean).join(" ");
  return (
    <>
      {own === null ? null : (
        <div>
          <p className={review.label}>{correct ? t("yourAnswerRight") : t("yourAnswer")}</p>
          <p className={review.value} data-wrong={correct ? undefined : ""}>{words(own)}{correct ? <Check aria-hidden /> : <X aria-hidden />}</p>
        </div>
      )}
      {line === null || (correct && own === line.value) ? null : (
        <div>
          <p className={review.label}>{t("rightAnswer")}</p>
          <p className={review.value}>{words(line.value)}<Check aria-hidden /></p>
        </div>
      )}
      {line && line.tolerance > 0 ? <p className={review.note}>{t("withinTolerance", { tolerance: format.number(line.tolerance, plain) })}</p> : null}
    </>
  );
}

/** A number. */
export const numeric: QuestionInput = { Answering, Review, Shown: StageRange, Distribution: NumberReveal };
