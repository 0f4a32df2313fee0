import type { Standing, TeamStanding } from "@quickfire/engine";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { answerColour } from "@/ui/answer-letters";
import { AnswerShape } from "@/ui/AnswerShape";
import { useTeamName } from "@/ui/TeamName";
import { PodiumColumn } from "./PodiumColumn";
import { PodiumPlayers } from "./PodiumPlayers";
import { podiumOf } from "./podium-places";
import floor from "./StagePodium.module.css";
import styles from "./TeamPodium.module.css";

/** With this many teams beside the podium there is room for fewer players. */
const playersShown = { roomy: 5, tight: 3 } as const;
const roomyUpTo = 2;

/** The teams on the podium, each by its sign; beside it those for whom there was no place, and the best players. */
export function TeamPodium({ teams, best }: { teams: readonly TeamStanding[]; best: readonly Standing[] }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const name = useTeamName();
  const { columns, rest } = podiumOf(teams);
  const mean = (score: number) => format.number(score, { maximumFractionDigits: 1 });
  return (
    <div className={floor.floor}>
      <section className={floor.stems} aria-label={t("teams")}>
        <ol className={floor.columns}>
          {columns.map((step) => (
            <PodiumColumn key={step.row.team} step={step} name={name(step.row.team)} score={mean(step.row.score)} colour={answerColour(step.row.team - 1)} sign={<span className={styles.sign}><AnswerShape index={step.row.team - 1} /></span>} />
          ))}
        </ol>
      </section>
      <div className={floor.rest}>
        {rest.length > 0 ? (
          <ol className={styles.teams}>
            {rest.map(({ team, rank, score }) => {
              const colour: CSSProperties & { "--team": string } = { "--team": answerColour(team - 1) };
              return (
                <li key={team} className={styles.team} style={colour}>
                  <span className={`figure ${styles.rank}`}>{rank}</span>
                  <span className={styles.shape}><AnswerShape index={team - 1} /></span>
                  <b>{name(team)}</b>
                  <span className="figure">{mean(score)}</span>
                </li>
              );
            })}
          </ol>
        ) : null}
        {best.length > 0 ? (
          <>
            <h2 className={styles.title}>{t("bestPlayers")}</h2>
            <PodiumPlayers players={best.slice(0, rest.length > roomyUpTo ? playersShown.tight : playersShown.roomy)} />
          </>
        ) : null}
      </div>
    </div>
  );
}
