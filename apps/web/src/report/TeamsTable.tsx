import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { TeamName } from "@/ui/TeamName";
import styles from "./TeamsTable.module.css";
import type { Report } from "./report-figures";

/** The teams' board, and how a team's score comes about. */
export function TeamsTable({ teams }: { teams: NonNullable<Report["teams"]> }) {
  const t = useTranslations("report.teams");
  const columns = useTranslations("report.player.columns");
  const locale = useRegionalLocale();
  return (
    <section aria-labelledby="teams" className={styles.teams}>
      <h2 id="teams" className={styles.title}>{t("title")}</h2>
      <p className={styles.note}>{t("rule")}</p>
      <table className={styles.table}>
        <thead>
          <tr><th scope="col">{columns("rank")}</th><th scope="col">{t("team")}</th><th scope="col" className={styles.number}>{t("members")}</th><th scope="col" className={styles.number}>{columns("score")}</th></tr>
        </thead>
        <tbody>
          {teams.map(({ team, rank, members, score }) => (
            <tr key={team}>
              <td className="figure">{rank}</td>
              <td><TeamName team={team} /></td>
              <td className={styles.number}>{members.toLocaleString(locale)}</td>
              <td className={`figure ${styles.number}`}>{score.toLocaleString(locale, { maximumFractionDigits: 1 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
