import type { RosterEntry } from "@quickfire/engine";
import { swarmRule } from "@quickfire/engine/swarm";
import { Pencil, ShieldAlert, Timer, UserMinus, WifiOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerKey } from "@/ui/AnswerKey";
import { Button } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import { FittedName } from "../parts/FittedName";
import { PersonGlyph } from "../parts/PersonGlyph";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { RemoveDialog } from "./RemoveDialog";
import { type Rename, RenameDialog } from "./RenameDialog";
import styles from "./Roster.module.css";
import { TeamSelect } from "./TeamSelect";
import { type GiveTime, TimeDialog, timeKey } from "./TimeDialog";

const nobody: RosterEntry[] = [];

export type RosterActions = {
  onRename: Rename;
  onGiveTime: GiveTime;
  onRemove: (participantId: string) => Promise<void>;
  onChangeTeam: (participantId: string, team: number) => Promise<void>;
  /** Looks for bots among them. */
  onSwarm: () => void;
};

/** While a question is open: who still thinks. Otherwise: who is here. */
export function Roster({ game, onRename, onGiveTime, onRemove, onChangeTeam, onSwarm }: { game: LiveGame } & RosterActions) {
  const t = useTranslations("host.roster");
  const times = useTranslations("host.time");
  const format = useFormatter();
  const roster = useLiveSelector((state) => state.feed.roster);
  const [leaving, setLeaving] = useState<RosterEntry | null>(null);
  const [renamed, setRenamed] = useState<RosterEntry | null>(null);
  // By id: what was chosen for them comes back with the list.
  const [timed, setTimed] = useState<string | null>(null);
  const people = roster?.people ?? nobody;
  const isQuestion = game.phase === "question";
  const shown = isQuestion ? people.filter(({ answered }) => !answered) : people;
  const isDealing = game.teamSizes !== null && game.phase === "lobby";
  const unseen = (roster?.total ?? 0) - people.length;
  return (
    <section className={styles.section} aria-labelledby="roster">
      <div className={styles.head}>
        <h2 id="roster" className={styles.title}>{isQuestion ? t("thinking") : t("here")}</h2>
        <span className={styles.count}>{t("players", { count: shown.length, shown: format.number(shown.length) })}</span>
      </div>
      {shown.length === 0 ? <p className={styles.none}>{isQuestion ? (people.length > 0 ? t("allAnswered") : t("nobody")) : t("nobody")}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, also by keyboard
        <ul className={styles.list} tabIndex={0} aria-labelledby="roster">
          {shown.map((person) => (
            <li key={person.participantId} className={styles.row}>
              <PersonGlyph person={person} size={26} />
              <FittedName name={person.name} className={styles.name} />
              {game.teamSizes === null ? null : isDealing ? <TeamSelect person={person} teams={game.teamSizes.length} onChange={onChangeTeam} /> : person.team ? <AnswerKey index={person.team - 1} /> : null}
              {person.ownTime === undefined ? null : <span className={styles.time}>{times(timeKey(person.ownTime))}</span>}
              {person.present ? null : <Tag tone="warn" icon={<WifiOff aria-hidden />}>{t("away")}</Tag>}
              {game.phase === "ended" ? null : (
                <>
                  {/* There is no place for it beside the teams; and none for a change while the question is open. */}
                  {person.bot || isDealing ? null : <Button look="quiet" size="compact" iconOnly icon={<Timer aria-hidden />} disabled={isQuestion} title={t("time", { name: person.name })} onClick={() => setTimed(person.participantId)}>{t("time", { name: person.name })}</Button>}
                  <Button look="quiet" size="compact" iconOnly icon={<Pencil aria-hidden />} title={t("rename", { name: person.name })} onClick={() => setRenamed(person)}>{t("rename", { name: person.name })}</Button>
                  <Button look="quiet" size="compact" iconOnly icon={<UserMinus aria-hidden />} title={t("remove", { name: person.name })} onClick={() => setLeaving(person)}>{t("remove", { name: person.name })}</Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {game.phase !== "ended" && (roster?.total ?? 0) >= swarmRule.size ? <Button look="quiet" size="compact" className={styles.swarm} icon={<ShieldAlert aria-hidden />} onClick={onSwarm}>{t("swarm")}</Button> : null}
      {unseen > 0 ? <p className={styles.none}>{t("andMore", { count: unseen, shown: format.number(unseen) })}</p> : null}
      <RenameDialog person={renamed} onClose={() => setRenamed(null)} onRename={onRename} />
      <TimeDialog person={people.find(({ participantId }) => participantId === timed) ?? null} onClose={() => setTimed(null)} onGiveTime={onGiveTime} />
      <RemoveDialog person={leaving} onClose={() => setLeaving(null)} onRemove={onRemove} />
    </section>
  );
}
