import { isTeamFull } from "@quickfire/engine/teams/team-sizes";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "@/ui/class-names";
import { TeamName } from "@/ui/TeamName";
import styles from "./TeamPicker.module.css";

/** Null: whichever has room. A team that is ahead by more than one is shown, and takes nobody. */
export function TeamPicker({ sizes, team, onChange }: { sizes: readonly number[]; team: number | null; onChange: (team: number | null) => void }) {
  const t = useTranslations("player.join");
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{t("team")}</legend>
      <div className={styles.teams}>
        <label className={classNames(styles.choice, styles.any)}>
          <input type="radio" name={name} className="visually-hidden" checked={team === null} onChange={() => onChange(null)} />
          <span>{t("anyTeam")}</span>
        </label>
        {sizes.map((size, index) => {
          const full = isTeamFull(sizes, index + 1);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- teams are numbers
            <label key={index} className={classNames(styles.choice, full && styles.full)}>
              <input type="radio" name={name} className="visually-hidden" disabled={full} checked={team === index + 1} onChange={() => onChange(index + 1)} />
              <TeamName team={index + 1} />
              <small>{full ? t("teamFull") : t("teamSize", { count: size })}</small>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
