import { useFormatter, useTranslations } from "next-intl";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { Logo } from "@/ui/Logo";
import { showCode } from "../parts/game-code";
import { useSecondsLeft } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import { OwnTeam } from "../teams/OwnTeam";
import { BigGlyph } from "./BigGlyph";
import { ConnectionBanner } from "./ConnectionBanner";
import styles from "./LobbyScene.module.css";
import scene from "./scene.module.css";
import { ShowChoice } from "./ShowChoice";
import { SoundToggle } from "./SoundToggle";

/** In, and waiting: one's own letter, large enough to be found again on the wall of the big screen. */
export function LobbyScene({ game, pin }: { game: LiveGame; pin: string }) {
  const t = useTranslations("player.lobby");
  const format = useFormatter();
  const seconds = useSecondsLeft(game.autoStartAt);
  const latest = game.newcomers.filter(({ participantId }) => participantId !== game.you?.participantId).slice(-5);
  const newest = latest.at(-1);
  return (
    <div className={scene.page}>
      <header className={styles.top}>
        <Logo height={22} />
        <span className={`figure ${styles.code}`}>{showCode(pin)}</span>
        <SoundToggle />
      </header>
      <ConnectionBanner />
      <div className={scene.body}>
        {game.you ? <BigGlyph avatar={game.you.avatar} /> : null}
        <h1 className={styles.title}>{t("title", { name: game.you?.name ?? "" })}</h1>
        <p className={styles.text}>{t("find")} {seconds === null ? t("waits") : null}</p>
        <p className={styles.start} role="timer">{seconds === null ? null : t("startsIn", { seconds })}</p>
        <div className={scene.push} />
        <OwnTeam game={game} explained />
        <div className={styles.others}>
          <span className={styles.glyphs}>
            {latest.map(({ participantId, avatar }) => <span key={participantId}><GlyphAvatar avatar={avatar} size={40} /></span>)}
          </span>
          <div className={styles.count}>
            <b>{t("playersHere", { count: game.participants, shown: format.number(game.participants) })}</b>
            <p className={styles.newest}>{newest ? t("justJoined", { name: newest.name }) : game.title}</p>
          </div>
        </div>
        <ShowChoice />
      </div>
    </div>
  );
}
