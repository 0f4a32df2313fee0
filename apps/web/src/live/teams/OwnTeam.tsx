import { useFormatter, useTranslations } from "next-intl";
import { TeamName } from "@/ui/TeamName";
import type { LiveGame } from "../store/live-game";
import styles from "./OwnTeam.module.css";

/** A player's team: its name, and once the teams have a board, its score and place, and how a score comes about. */
export function OwnTeam({ game: { you, teams, teamSizes }, explained = false }: { game: LiveGame; explained?: boolean }) {
  const t = useTranslations("player.team");
  const format = useFormatter();
  if (!you || you.team === null) return null;
  const own = teams.find(({ team }) => team === you.team);
  const size = own?.members ?? teamSizes?.[you.team - 1] ?? 0;
  return (
    <section className={styles.own} aria-label={t("yours")}>
      <div className={styles.line}>
        <TeamName team={you.team} className={styles.name} />
        {own ? <span className={`figure ${styles.score}`}>{format.number(own.score, { maximumFractionDigits: 1 })}</span> : <span className={styles.note}>{t("members", { count: size })}</span>}
      </div>
      {own ? <p className={styles.note}>{t("place", { place: own.rank, teams: teams.length, count: size })}</p> : null}
      {explained ? <p className={styles.note}>{t("rule")}</p> : null}
    </section>
  );
}
