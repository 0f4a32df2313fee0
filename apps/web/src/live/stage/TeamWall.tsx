import type { RosterEntry } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { answerColour } from "@/ui/answer-letters";
import { AnswerShape } from "@/ui/AnswerShape";
import { classNames } from "@/ui/class-names";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { useTeamName } from "@/ui/TeamName";
import { FittedName } from "../parts/FittedName";
import { useLiveSelector } from "../parts/use-live";
import { type TeamWallSizes, teamWallSizes } from "./team-wall-sizes";
import styles from "./TeamWall.module.css";

const nobody: RosterEntry[] = [];

/** Everybody in the lobby, team by team; larger teams as letters. */
export function TeamWall({ sizes }: { sizes: readonly number[] }) {
  const roster = useLiveSelector((state) => state.feed.roster?.people) ?? nobody;
  const teams = sizes.map((_, index) => roster.filter(({ team }) => team === index + 1));
  const { columns, people, letter } = teamWallSizes(teams.map(({ length }) => length));
  const looks: CSSProperties & Record<"--columns" | "--letter", number> = { "--columns": columns, "--letter": letter };
  return (
    <ul className={styles.wall} style={looks}>
      {/* oxlint-disable-next-line react/no-array-index-key -- teams are numbers */}
      {sizes.map((size, index) => <Team key={index} team={index + 1} size={size} members={teams[index] ?? nobody} look={people} />)}
    </ul>
  );
}

function Team({ team, size, members, look }: { team: number; size: number; members: readonly RosterEntry[]; look: TeamWallSizes["people"] }) {
  const t = useTranslations("stage");
  const name = useTeamName();
  const colour: CSSProperties & { "--team": string } = { "--team": answerColour(team - 1) };
  return (
    <li className={styles.team} style={colour}>
      <div className={styles.head}>
        <AnswerShape index={team - 1} />
        <b className={styles.name}>{name(team)}</b>
        <span className="figure" aria-hidden>{size}</span>
        <span className="visually-hidden">{t("teamMembers", { count: size })}</span>
      </div>
      <ul className={classNames(styles.people, styles[look])} aria-label={name(team)}>
        {members.map((person) => (
          <li key={person.participantId} className={styles.person} title={person.name}>
            <GlyphAvatar avatar={person.avatar} size={look === "letters" ? "calc(var(--u) * var(--letter))" : "1.15em"} />
            {look === "letters" ? null : <FittedName name={person.name} />}
          </li>
        ))}
      </ul>
    </li>
  );
}
