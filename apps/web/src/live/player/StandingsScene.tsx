import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import type { LiveGame, Yourself } from "../store/live-game";
import { OwnTeam } from "../teams/OwnTeam";
import { BigPlace } from "./BigPlace";
import { ConnectionBanner } from "./ConnectionBanner";
import { GapLine } from "./GapLine";
import { OwnBoard } from "./OwnBoard";
import scene from "./scene.module.css";
import styles from "./StandingsScene.module.css";
import { TopBar } from "./TopBar";

/** One's own place, how it moved, and the rows around it. */
export function StandingsScene({ game }: { game: LiveGame }) {
  const t = useTranslations("player");
  const isLast = game.round >= game.rounds;
  return (
    <div className={scene.page}>
      <TopBar game={game} where={t("afterQuestion", { round: game.round, rounds: game.rounds })} />
      <ConnectionBanner />
      <h1 className="visually-hidden">{t("board")}</h1>
      {game.you ? <PlacePlane you={game.you} participants={game.participants} /> : null}
      <div className={classNames(scene.body, styles.body)}>
        {game.voided ? <p className={styles.voided}>{t("voided", { round: game.round })}</p> : null}
        <GapLine game={game} />
        <OwnTeam game={game} />
        <OwnBoard />
        <div className={scene.push} />
        <p className={styles.next}>{isLast ? t("podiumNext") : t("nextQuestion")}</p>
      </div>
    </div>
  );
}

function PlacePlane({ you, participants }: { you: Yourself; participants: number }) {
  const t = useTranslations("player");
  const format = useFormatter();
  const climbed = you.rankBefore === null ? 0 : you.rankBefore - you.rank;
  return (
    <div className={styles.plane}>
      <div className={styles.inner}>
        <BigPlace place={you.rank} />
        <div>
          <p className={classNames(styles.moved, climbed > 0 && styles.up)}>
            {climbed > 0 ? <><ArrowUp aria-hidden /> {t("up", { places: climbed })}</> : climbed < 0 ? <><ArrowDown aria-hidden /> {t("down", { places: -climbed })}</> : t("samePlace")}
          </p>
          <p className={styles.of}>{t("ofPlayers", { count: participants, shown: format.number(participants) })}</p>
        </div>
      </div>
    </div>
  );
}
