"use client";

import { useTranslations } from "next-intl";
import { Button } from "./Button";
import styles from "./Skeleton.module.css";
import { useWaiting } from "./use-waiting";

/**
 * Where something is on its way: grey bars that say in words what is being waited for. Where a whole page is, the words are its title.
 * What takes long says so, and can be tried again; without a connection it comes by itself once there is one.
 */
export function Skeleton({ words, rows = 3, alone = false }: { words: string; rows?: number; alone?: boolean }) {
  const Words = alone ? "h1" : "p";
  return (
    <div className={styles.skeleton}>
      <div role="status">
        <Words className={styles.words}>{words}</Words>
        <WaitingWords />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.square} />
          <span className={styles.lines}>
            <span style={{ width: `${62 - ((row * 17) % 30)}%` }} />
            <span style={{ width: `${34 - ((row * 11) % 14)}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}

function WaitingWords() {
  const t = useTranslations("common");
  const waiting = useWaiting();
  if (waiting === "short") return null;
  return (
    <div className={styles.waiting}>
      <p>{t(`waiting.${waiting}`)}</p>
      {waiting === "long" ? <Button onClick={() => window.location.reload()}>{t("retry")}</Button> : null}
    </div>
  );
}
