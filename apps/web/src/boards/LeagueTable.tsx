"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import type { MyLeague } from "./LeaguePage";
import styles from "./LeagueTable.module.css";

type Row = NonNullable<MyLeague["rows"]>[number];

/** Everybody in the league, and where they would go if the week ended now. */
export function LeagueTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("boards.league");
  const boards = useTranslations("boards");
  const locale = useLocale();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("caption")}</caption>
      <thead className="visually-hidden">
        <tr><th scope="col">{boards("place")}</th><th scope="col">{boards("name")}</th><th scope="col">{t("outcome")}</th><th scope="col">{boards("points")}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.rank} ${row.name}`} className={classNames(styles.row, row.isMe && styles.own)} aria-current={row.isMe ? "true" : undefined}>
            <td className={classNames("figure", styles.rank)}>{row.rank}</td>
            <td className={styles.name}>{row.name}{row.isMe ? <small className={styles.you}>{boards("you")}</small> : null}</td>
            <td className={styles.outcome}><Outcome outcome={row.outcome} /></td>
            <td className={classNames("figure", styles.points)}>{row.points.toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ outcome }: { outcome: Row["outcome"] }) {
  const t = useTranslations("boards.league");
  if (outcome === "stay") return <span className="visually-hidden">{t("outcomes.stay")}</span>;
  return (
    <span className={outcome === "up" ? styles.up : styles.down}>
      {outcome === "up" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
      <span className={styles.words}>{t(`outcomes.${outcome}`)}</span>
    </span>
  );
}
