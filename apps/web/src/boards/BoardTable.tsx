"use client";

import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import styles from "./BoardTable.module.css";

export type BoardRow = { rank: number; userId: string; username: string; score: number };

/** Places, names and points; the own row stands out. */
export function BoardTable({ rows, ownId, label }: { rows: readonly BoardRow[]; ownId: string | undefined; label: string }) {
  const t = useTranslations("boards");
  const locale = useLocale();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr><th scope="col">{t("place")}</th><th scope="col">{t("name")}</th><th scope="col">{t("points")}</th></tr>
      </thead>
      <tbody>
        {rows.map(({ rank, userId, username, score }) => (
          <tr key={userId} className={classNames(styles.row, userId === ownId && styles.own)} aria-current={userId === ownId ? "true" : undefined}>
            <td className={classNames("figure", styles.rank)}>{rank}</td>
            <td className={styles.name}>{username}{userId === ownId ? <small className={styles.you}>{t("you")}</small> : null}</td>
            <td className={classNames("figure", styles.score)}>{score.toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
