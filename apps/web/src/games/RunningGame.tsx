import { CloudUpload, Lock, Pause, Radio } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { ApiOutput } from "@/trpc/client";
import { Tag } from "@/ui/Tag";
import styles from "./RunningGame.module.css";
import { spacedPin } from "./spaced-pin";

type Monitored = ApiOutput["game"]["running"][number];
/** Of a game that is only listed so far, not all is known. */
export type RunningItem = Pick<Monitored, "gameId" | "pin" | "title" | "participants" | "isOwner" | "createdAt"> & {
  [Key in "phase" | "round" | "rounds"]: Monitored[Key] | null;
} & Partial<Pick<Monitored, "paused" | "locked" | "present" | "answered" | "savingWaits" | "hostName">>;

/** One running game: its code, where it stands, who is there and has answered, and what is out of the ordinary. */
export function RunningGame({ game, children }: { game: RunningItem; children?: ReactNode }) {
  const t = useTranslations("games");
  const locale = useRegionalLocale();
  return (
    <li className={styles.game}>
      <span className={styles.code}>
        <span className="visually-hidden">{t("code")}</span>
        {spacedPin(game.pin)}
      </span>
      <span className={styles.name}>
        <b>{game.title}</b>
        <span className={styles.facts}>
          <Tag tone="live" icon={<Radio aria-hidden />}>{game.phase === null ? t("unknownPhase") : t(`phases.${game.phase}`, { round: game.round ?? 0, rounds: game.rounds ?? 0 })}</Tag>
          {game.paused ? <Tag tone="warn" icon={<Pause aria-hidden />}>{t("paused")}</Tag> : null}
          {game.locked ? <Tag icon={<Lock aria-hidden />}>{t("locked")}</Tag> : null}
          {game.savingWaits ? <Tag tone="warn" icon={<CloudUpload aria-hidden />}>{t("savingWaits")}</Tag> : null}
          {game.hostName ? <span>{t("hostedBy", { name: game.hostName })}</span> : game.isOwner ? null : <Tag tone="info">{t("together.tag")}</Tag>}
          <span>{t("openedAt", { time: describeTime(game.createdAt, locale) })}</span>
        </span>
      </span>
      <People game={game} />
      <span className={styles.ways}>{children}</span>
    </li>
  );
}

function People({ game: { phase, participants, present, answered } }: { game: RunningItem }) {
  const t = useTranslations("games");
  const format = useFormatter();
  if (phase === "question" && answered !== undefined) {
    const of = Math.max(answered, present ?? participants);
    return <span className={styles.people}><b className="figure">{format.number(answered)}</b> {t("ofAnswered", { total: format.number(of) })}</span>;
  }
  const away = present === undefined ? 0 : participants - present;
  return (
    <span className={styles.people}>
      <b className="figure">{format.number(participants)}</b> {t("playersIn", { count: participants })}
      {away > 0 && phase !== "ended" ? <small>{t("away", { count: away })}</small> : null}
    </span>
  );
}
