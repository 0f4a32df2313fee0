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
import styles from "./TeamWall.module.css";

const columnsAtMost = 4;
/** Names that fit under a team's head: where teams stand in one row, and in two. */
const namesThatFit = { oneRow: 7, twoRows: 2 } as const;

const nobody: RosterEntry[] = [];

/** Everybody in the lobby, team by team; larger teams as letters. */
export function TeamWall({ sizes }: { sizes: readonly number[] }) {
  const people = useLiveSelector((state) => state.feed.roster?.people) ?? nobody;
  const isOneRow = sizes.length <= columnsAtMost;
  const columns: CSSProperties & { "--columns": number } = { "--columns": isOneRow ? sizes.length : Math.ceil(sizes.length / 2) };
  return (
    <ul className={styles.wall} style={columns}>
      {sizes.map((size, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- teams are numbers
        <Team key={index} team={index + 1} size={size} people={people.filter(({ team }) => team === index + 1)} fits={isOneRow ? namesThatFit.oneRow : namesThatFit.twoRows} />
      ))}
    </ul>
  );
}

function Team({ team, size, people, fits }: { team: number; size: number; people: readonly RosterEntry[]; fits: number }) {
  const t = useTranslations("stage");
  const name = useTeamName();
  const colour: CSSProperties & { "--team": string } = { "--team": answerColour(team - 1) };
  const named = people.length <= fits;
  return (
    <li className={styles.team} style={colour}>
      <div className={styles.head}>
        <AnswerShape index={team - 1} />
        <b className={styles.name}>{name(team)}</b>
        <span className="figure" aria-hidden>{size}</span>
        <span className="visually-hidden">{t("teamMembers", { count: size })}</span>
      </div>
      <ul className={classNames(styles.people, !named && styles.letters)} aria-label={name(team)}>
        {people.map((person) => (
          <li key={person.participantId} className={styles.person} title={person.name}>
            <GlyphAvatar avatar={person.avatar} size="calc(var(--u) * 2)" />
            {named ? <FittedName name={person.name} /> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
