"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type RememberedPlayer, recallPlayer } from "../memory/player-memory";
import { LiveGameProvider } from "../parts/LiveGameProvider";
import { useLiveSelector } from "../parts/use-live";
import { PhoneSoundProvider } from "../sound/phone-sound";
import { usePhoneCues } from "../sound/use-phone-cues";
import type { LiveGame } from "../store/live-game";
import { Announcer } from "./Announcer";
import { GaveUp, Refused, Removed, Replaced } from "./ConnectionNotices";
import { GameStage } from "./GameStage";
import { Opening } from "./Opening";
import styles from "./PlayerGame.module.css";
import { ShowProvider } from "./ShowProvider";

/** A player's game, for whoever this browser is in it. */
export function PlayerGame({ gameId }: { gameId: string }) {
  const [player] = useState(() => recallPlayer(gameId));
  if (!player) return <main id="main"><Refused reason="NOT_A_PLAYER" /></main>;
  return (
    <LiveGameProvider gameId={gameId} audience="participant" participantToken={player.token}>
      <main id="main" tabIndex={-1} className={styles.main}>
        <PhoneSoundProvider><Playing player={player} /></PhoneSoundProvider>
      </main>
    </LiveGameProvider>
  );
}

function Playing({ player }: { player: RememberedPlayer }) {
  const connection = useLiveSelector((state) => state.connection);
  const game = useLiveSelector((state) => state.feed.game);
  const outside = outsideOf(connection.status, game?.removed === true);
  useKeptFocus(outside ?? `${game?.phase} ${game?.round}`);

  if (outside === "removed") return <div role="alert"><Removed /></div>;
  if (connection.status === "replaced") return <Replaced />;
  if (connection.status === "gave-up") return <GaveUp lostAt={connection.lostAt} gaveUpAt={connection.gaveUpAt} pin={player.pin} />;
  // A game that is over refuses new connections; who was in it still sees its end.
  if (connection.status === "refused" && game?.phase !== "ended" && game?.phase !== "podium") return <div role="alert"><Refused reason={connection.reason} /></div>;
  if (!game) return <Opening />;
  return (
    <ShowProvider gameDefault={game.show}>
      <GameStage game={game} pin={player.pin} />
      <Sounds game={game} />
      <Announcer game={game} />
      <p className="visually-hidden" role="alert">{game.phase === "ended" ? <Ended /> : null}</p>
    </ShowProvider>
  );
}

const outsideOf = (status: string, removed: boolean): string | null =>
  removed || status === "removed" ? "removed" : status === "replaced" || status === "gave-up" || status === "refused" ? status : null;

function Sounds({ game }: { game: LiveGame }) {
  usePhoneCues(game);
  return null;
}

function Ended() {
  return useTranslations("player.spoken")("ended");
}

/** When a scene takes its focused button with it, the keyboard goes on from the top of the next one. */
function useKeptFocus(scene: string): void {
  useEffect(() => {
    const main = document.getElementById("main");
    if (!main) return;
    main.dataset.scene = scene;
    if (document.activeElement === document.body || document.activeElement === null) main.focus({ preventScroll: true });
  }, [scene]);
}
