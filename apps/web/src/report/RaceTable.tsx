import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { lanesOf, type Race } from "./race-figures";
import styles from "./RacePart.module.css";

/** All that the replay shows, at once and in words: each player's place and score after each question. */
export function RaceTable({ race }: { race: Race }) {
  const t = useTranslations("report.race");
  const columns = useTranslations("report.player.columns");
  const locale = useRegionalLocale();
  return (
    <div>
      <h2 id="race-table" className={styles.heading}>{t("table")}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- many questions scroll, also by keyboard */}
      <div className={styles.scroll} role="region" aria-labelledby="race-table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{columns("name")}</th>
              {race.rounds.map(({ round, text }) => <th key={round} scope="col" title={text}>{t("column", { number: round })}</th>)}
            </tr>
          </thead>
          <tbody>
            {lanesOf(race).map(({ participantId, name, steps }) => (
              <tr key={participantId}>
                <th scope="row">{name}</th>
                {steps.map((seen, index) => (
                  <td key={race.rounds[index]?.round}>
                    {seen ? <><b>{t("place", { rank: seen.rank })}</b> {seen.score.toLocaleString(locale)}</> : <span className="faint">{t("behind")}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
