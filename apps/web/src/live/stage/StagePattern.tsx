import { useTranslations } from "next-intl";
import { type CSSProperties, useState } from "react";
import { AnswerKey } from "@/ui/AnswerKey";
import { classNames } from "@/ui/class-names";
import { useSecondsLeft, useServerNow } from "../parts/server-time";
import styles from "./StagePattern.module.css";
import type { JoinPattern } from "./use-join-pattern";

/** What newcomers tap after the code, in this order, and how long it stays. */
export function StagePattern({ pattern, large = false }: { pattern: JoinPattern; large?: boolean }) {
  const t = useTranslations("stage.pattern");
  const seconds = useSecondsLeft(pattern.endsAt);
  return (
    <div className={classNames(styles.pattern, large && styles.large)} role="group" aria-label={t("label")}>
      <span className={styles.words}>{t(large ? "then" : "thenShort")}</span>
      <span className={styles.signs} role="img" aria-label={[...pattern.pattern].join(" ")}>
        {[...pattern.pattern].map((letter, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a sign may come twice
          <AnswerKey key={place} index={letter.charCodeAt(0) - "A".charCodeAt(0)} stacked={large} className={styles.sign} />
        ))}
      </span>
      <span className={styles.left} role="timer" aria-label={t("changesIn", { seconds: seconds ?? 0 })}>
        {large ? <span className={styles.time}><Remaining key={pattern.startsAt} pattern={pattern} /></span> : null}
        <span className={styles.seconds} aria-hidden>{t("seconds", { seconds: seconds ?? 0 })}</span>
      </span>
    </div>
  );
}

/** A line that grows shorter; made anew for each pattern, and begun where its time stands. */
function Remaining({ pattern: { startsAt, endsAt } }: { pattern: JoinPattern }) {
  const serverNow = useServerNow();
  // Once: begun anew every second, it would run ahead of its time.
  const [timing] = useState((): CSSProperties => {
    const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
    return { animationDuration: `${to - from}ms`, animationDelay: `${Math.min(0, from - serverNow())}ms` };
  });
  return <i className={styles.line} style={timing} />;
}
