import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import { useLiveSelector } from "../parts/use-live";
import styles from "./AnsweredStrikes.module.css";

const strikesAtMost = 30;
const soft = (text: ReactNode) => <span className={styles.soft}>{text}</span>;

/** One strike lights for each who has answered; in a large game, for each so many. */
export function AnsweredStrikes() {
  const t = useTranslations("stage");
  const format = useFormatter();
  const progress = useLiveSelector((state) => state.feed.progress);
  const participants = useLiveSelector((state) => state.feed.game?.participants ?? 0);
  const answered = progress?.answered ?? 0;
  const total = Math.max(answered, progress?.present ?? participants);
  const strikes = Math.min(total, strikesAtMost);
  const lit = total === 0 ? 0 : Math.floor((answered / total) * strikes);
  return (
    <div className={styles.row}>
      <span className={`figure ${styles.count}`}>
        {t.rich("answeredOf", { answered: format.number(answered), total: format.number(total), soft })}
      </span>
      <span className={styles.words}>{t("haveAnswered", { count: answered })}</span>
      <span className={styles.strikes} aria-hidden>
        {Array.from({ length: strikes }, (_, index) => <i key={index} className={classNames(styles.strike, index < lit && styles.lit)} />)}
      </span>
    </div>
  );
}
