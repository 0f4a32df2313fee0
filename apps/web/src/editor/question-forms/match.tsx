import { matchLimits } from "@quickfire/engine/question-types/match";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { FieldNote } from "@/ui/Field";
import { LivePreview } from "./LivePreview";
import type { QuestionFieldsProps, QuestionForm } from "./question-form.types";
import styles from "./parts.module.css";

type Pair = [string, string];
const empty: Pair = ["", ""];

export const matchForm: QuestionForm<"match"> = {
  fromLines(shared, lines) {
    const pairs = lines.map(({ text }): Pair => pairIn(text)).slice(0, matchLimits.max);
    while (pairs.length < matchLimits.min) pairs.push([...empty]);
    return { ...shared, type: "match", pairs };
  },
  linesOf: ({ pairs }) => pairs.filter((pair) => pair.some((text) => text !== "")).map((pair) => ({ text: pair.filter((text) => text !== "").join(" – "), correct: false })),
  Fields: MatchFields,
  Preview: LivePreview,
};

/** A line with a dash or an equals sign in it was a pair before. */
function pairIn(text: string): Pair {
  const [left = "", right = ""] = text.split(/\s+[–—=-]\s+|\t/, 2);
  return [left, right];
}

function MatchFields({ question, onChange, errorAt, language }: QuestionFieldsProps<"match">) {
  const t = useTranslations("editor.match");
  const { pairs } = question;
  const change = (next: Pair[], place: string) => onChange({ ...question, pairs: next }, place);
  const write = (index: number, side: 0 | 1, text: string) => {
    const [left, right] = pairs[index] ?? empty;
    change(pairs.with(index, side === 0 ? [text, right] : [left, text]), `pair-${index}-${side}`);
  };
  return (
    <div role="group" aria-labelledby="pairs-label">
      <p className={styles.head}><span id="pairs-label" className={styles.label}>{t("pairs")}</span><span className={styles.hint}>{t("hint")}</span></p>
      <ol>
        {pairs.map(([left, right], index) => {
          const errors = [errorAt("pairs", index, 0), errorAt("pairs", index, 1)] as const;
          const problem = errors[0] ?? errors[1];
          return (
            // The position is the identity: pairs have no ids, and typing must not lose the cursor.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <div className={styles.pair}>
                <input className={styles.input} lang={language} aria-label={t("left", { number: index + 1 })} aria-invalid={errors[0] ? true : undefined} maxLength={matchLimits.textLength} value={left} onChange={(event) => write(index, 0, event.target.value)} />
                <i aria-hidden />
                <input className={styles.input} lang={language} aria-label={t("right", { number: index + 1 })} aria-invalid={errors[1] ? true : undefined} maxLength={matchLimits.textLength} value={right} onChange={(event) => write(index, 1, event.target.value)} />
                <Button look="quiet" size="compact" iconOnly icon={<X aria-hidden />} disabled={pairs.length <= matchLimits.min} onClick={() => change(pairs.toSpliced(index, 1), "pairs")}>{t("remove", { number: index + 1 })}</Button>
              </div>
              {problem ? <FieldNote error={problem} /> : null}
            </li>
          );
        })}
      </ol>
      {errorAt("pairs") ? <FieldNote error={errorAt("pairs")} /> : null}
      <Button look="quiet" size="compact" icon={<Plus aria-hidden />} disabled={pairs.length >= matchLimits.max} onClick={() => change([...pairs, [...empty]], "pairs")}>{t("add")}</Button>
    </div>
  );
}
