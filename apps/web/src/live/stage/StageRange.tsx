import type { OpenQuestion } from "@quickfire/engine";
import { useFormatter, useTranslations } from "next-intl";
import { StageTypeHint } from "./StageTypeHint";
import styles from "./StageParts.module.css";

/** Between what the number lies, where that is bounded. */
export function StageRange({ question }: { question: OpenQuestion }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const { min, max, unit } = question.range ?? { unit: "" };
  const words = (value: number) => [format.number(value, { useGrouping: false, maximumFractionDigits: 10 }), unit].filter(Boolean).join(" ");
  if (min === undefined || max === undefined) return <StageTypeHint />;
  return (
    <div className={styles.range} role="img" aria-label={t("between", { min: words(min), max: words(max) })}>
      <span className="figure">{words(min)}</span>
      <i />
      <span className="figure">{words(max)}</span>
    </div>
  );
}
