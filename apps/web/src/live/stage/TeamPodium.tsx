import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { TeamStanding } from "@quickfire/engine";
import { answerColour } from "@/ui/answer-letters";
import { AnswerShape } from "@/ui/AnswerShape";
import { useTeamName } from "@/ui/TeamName";
import styles from "./TeamPodium.module.css";

/** The teams, best first, beside the podium of the players. */
export function TeamPodium({ teams }: { teams: readonly TeamStanding[] }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const name = useTeamName();
  return (
    <section className={styles.podium} aria-label={t("teams")}>
      <h2 className={styles.title}>{t("teams")}</h2>
      <ol>
        {teams.map(({ team, rank, score }) => {
          const colour: CSSProperties & { "--team": string } = { "--team": answerColour(team - 1) };
          return (
            <li key={team} className={styles.team} data-first={rank === 1 || undefined} style={colour}>
              <span className={`figure ${styles.rank}`}>{rank}</span>
              <span className={styles.shape}><AnswerShape index={team - 1} /></span>
              <b className={styles.name}>{name(team)}</b>
              <span className="figure">{format.number(score, { maximumFractionDigits: 1 })}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.rule}>{t("teamRule")}</p>
    </section>
  );
}
