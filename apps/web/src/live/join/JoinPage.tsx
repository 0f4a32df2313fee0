"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { PlainLink } from "@/ui/PlainLink";
import { type RememberedPlayer, recallPlayer } from "../memory/player-memory";
import { showCode } from "../parts/game-code";
import type { JoinableGame } from "./join-api";
import { type JoinFailure, mayPass } from "./join-failure";
import styles from "./JoinPage.module.css";
import { type LoadJoinApi, loadJoinApi } from "./load-join-api";
import { NameForm } from "./NameForm";

/** What stands behind a code: the server has looked before it drew the page. */
export type Behind = { game: JoinableGame; /** Any letter to begin with, drawn by the server so that both ends draw the same. */ startAvatar: number } | { failure: JoinFailure };

/** Where a link or a QR code leads: the game behind a code, and the question under which name to play. */
export function JoinPage({ pin, behind, loadApi = loadJoinApi }: { pin: string; behind: Behind; loadApi?: LoadJoinApi }) {
  const t = useTranslations("player.join");
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <PlainLink href={routes.home} look="quiet" size="phone" iconOnly icon={<BackArrow />}>{t("back")}</PlainLink>
        <span className={styles.game} lang="">{"game" in behind ? behind.game.title : null}</span>
        <span className={styles.code}>{showCode(pin)}</span>
      </header>
      <main id="main" className={styles.body}>
        {"game" in behind ? <WayIn pin={pin} game={behind.game} startAvatar={behind.startAvatar} loadApi={loadApi} /> : <Failed pin={pin} failure={behind.failure} />}
      </main>
    </div>
  );
}

function WayIn({ pin, game, startAvatar, loadApi }: { pin: string; game: JoinableGame; startAvatar: number; loadApi: LoadJoinApi }) {
  const [known, setKnown] = useState<RememberedPlayer | null>(null);
  // Only this browser knows who it is, so that comes after what the server drew.
  useEffect(() => setKnown(recallPlayer(game.gameId)), [game.gameId]);
  return known ? <KnownHere player={known} onOther={() => setKnown(null)} /> : <NameForm pin={pin} game={game} startAvatar={startAvatar} loadApi={loadApi} />;
}

function Failed({ pin, failure }: { pin: string; failure: JoinFailure }) {
  const t = useTranslations("player.join");
  const common = useTranslations("common");
  const retry = mayPass(failure);
  return (
    <div className={styles.notice} role="alert">
      <h1 className={styles.title}>{t(`failures.${failure}`)}</h1>
      {retry ? <PlainLink look="primary" size="wide" href={routes.join(pin)}>{common("retry")}</PlainLink> : null}
      <PlainLink look={retry ? "quiet" : "primary"} size={retry ? "phone" : "wide"} href={routes.home}>{t("back")}</PlainLink>
    </div>
  );
}

/** A device that already plays in this game goes on as the same player, unless somebody else holds it now. */
function KnownHere({ player, onOther }: { player: RememberedPlayer; onOther: () => void }) {
  const t = useTranslations("player.join");
  return (
    <div className={styles.notice}>
      <h1 className={styles.title}>{player.name}</h1>
      <p className="secondary">{t("backInText")}</p>
      <PlainLink look="primary" size="wide" href={routes.play(player.gameId)}>{t("backIn", { name: player.name })}</PlainLink>
      <Button look="quiet" size="phone" onClick={onOther}>{t("someoneElse")}</Button>
    </div>
  );
}

const BackArrow = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden><path d="m12 19-7-7 7-7M19 12H5" /></svg>
);
