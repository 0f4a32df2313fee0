import type { RosterEntry } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { FittedName } from "../parts/FittedName";
import { PersonGlyph } from "../parts/PersonGlyph";
import { useLiveSelector } from "../parts/use-live";
import { letterSize } from "./letter-size";
import styles from "./PeopleWall.module.css";

const largestUpTo = 12;
const largeUpTo = 24;
const namedUpTo = 60;
const latestShown = 6;
const wallOfLetters = { width: 66, height: 28.5, gap: 0.35 };
const letterSizes = [2.8, 2.5, 2.2, 1.9, 1.7, 1.5] as const;

/** Everybody by name as long as names can be read from the last row; beyond that a wall of letters, and the latest names. */
export function PeopleWall() {
  const t = useTranslations("stage.lobby");
  const people = useLiveSelector((state) => state.feed.roster?.people) ?? none;
  if (people.length === 0) return <p className={styles.empty}>{t("nobody")}</p>;
  if (people.length <= namedUpTo) return <Named people={people} />;
  const looks: CSSProperties & { "--letter": number } = { "--letter": letterSize(people.length, wallOfLetters, letterSizes) };
  return (
    <div className={styles.split}>
      <ul className={styles.letters} style={looks} aria-label={t("everyone")}>
        {people.map((person) => <li key={person.participantId} title={person.name}><PersonGlyph person={person} size="100%" /></li>)}
      </ul>
      <div className={styles.latest}>
        <p className={styles.heading}>{t("justJoined")}</p>
        <ul>
          {people.slice(-latestShown).reverse().map((person) => (
            <li key={person.participantId} className={styles.late}><PersonGlyph person={person} size="1.7em" /><FittedName name={person.name} /></li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const none: RosterEntry[] = [];

function Named({ people }: { people: readonly RosterEntry[] }) {
  const t = useTranslations("stage.lobby");
  return (
    <ul className={classNames(styles.named, people.length <= largestUpTo ? styles.largest : people.length <= largeUpTo && styles.large)} aria-label={t("everyone")}>
      {people.map((person) => (
        <li key={person.participantId} className={styles.person}>
          <PersonGlyph person={person} size="1.4em" />
          <FittedName name={person.name} />
        </li>
      ))}
    </ul>
  );
}
