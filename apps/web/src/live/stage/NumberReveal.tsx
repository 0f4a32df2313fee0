import type { OpenQuestion } from "@quickfire/engine";
import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { numberLineIn } from "../question-inputs/read-form";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageParts.module.css";

const plain = { useGrouping: false, maximumFractionDigits: 10 } as const;

/** The number line with how many answered where, the right number, and how far from it still counted. */
export function NumberReveal({ question, closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const line = numberLineIn(closed.correct);
  if (!line) return null;
  const { value, tolerance, from, to } = line;
  const counts = Object.values(closed.tally.options ?? {});
  const most = Math.max(1, ...counts);
  const at = (number: number) => Math.min(1, Math.max(0, (number - from) / Math.max(Number.EPSILON, to - from)));
  const words = (number: number) => [format.number(number, plain), question.range?.unit].filter(Boolean).join(" ");
  const place: CSSProperties & { "--at": number; "--from": number; "--to": number } = { "--at": at(value), "--from": at(value - tolerance), "--to": at(value + tolerance) };
  return (
    <div className={styles.number}>
      <p className={styles.rightNumber}>
        <span className={styles.badge}><Check aria-hidden /></span>
        <b className="figure">{words(value)}</b>
        {tolerance > 0 ? <span>{t("tolerance", { tolerance: format.number(tolerance, plain) })}</span> : null}
      </p>
      <div className={styles.line} style={place} role="img" aria-label={t("answersOnLine", { from: words(from), to: words(to) })}>
        {tolerance > 0 ? <span className={styles.band} /> : null}
        <span className={styles.bars}>
          {counts.map((count, index) => {
            const bar: CSSProperties & { "--share": number } = { "--share": count / most };
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place on the line
            return <i key={index} style={bar} data-none={count === 0 || undefined}><small className="figure">{count > 0 ? format.number(count) : ""}</small></i>;
          })}
        </span>
        <span className={styles.mark} />
      </div>
      <p className={styles.ends}><span className="figure">{words(from)}</span><span className="figure">{words(to)}</span></p>
    </div>
  );
}
