"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { type RememberedPlayer, recallPlayer } from "../memory/player-memory";
import { showCode } from "../parts/game-code";
import type { JoinableGame } from "./join-api";
import { type JoinFailure, joinFailureOf } from "./join-failure";
import styles from "./JoinPage.module.css";
import { type LoadJoinApi, loadJoinApi } from "./load-join-api";
import { NameForm } from "./NameForm";

type Look = { state: "looking" } | { state: "failed"; failure: JoinFailure } | { state: "found"; game: JoinableGame; known: RememberedPlayer | null };

/** Where a link or a QR code leads: the game behind a code, and the question under which name to play. */
export function JoinPage({ pin, loadApi = loadJoinApi }: { pin: string; loadApi?: LoadJoinApi }) {
  const [tries, setTries] = useState(0);
  return <GameBehindCode key={tries} pin={pin} loadApi={loadApi} onRetry={() => setTries(tries + 1)} />;
}

async function lookFor(pin: string, loadApi: LoadJoinApi): Promise<Look> {
  try {
    const found = await (await loadApi()).findGame(pin);
    if (!found.ok) return { state: "failed", failure: joinFailureOf(found.error) };
    return { state: "found", game: found.value, known: recallPlayer(found.value.gameId) };
  } catch {
    return { state: "failed", failure: "UNREACHABLE" };
  }
}

function GameBehindCode({ pin, loadApi, onRetry }: { pin: string; loadApi: LoadJoinApi; onRetry: () => void }) {
  const t = useTranslations("player.join");
  const [look, setLook] = useState<Look>({ state: "looking" });

  useEffect(() => {
    let open = true;
    const find = async () => {
      const next = await lookFor(pin, loadApi);
      if (open) setLook(next);
    };
    void find();
    return () => {
      open = false;
    };
  }, [pin, loadApi]);

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <LinkButton href={routes.home} look="quiet" size="phone" iconOnly icon={<BackArrow />}>{t("back")}</LinkButton>
        <span className={styles.game} lang="">{look.state === "found" ? look.game.title : null}</span>
        <span className={styles.code}>{showCode(pin)}</span>
      </header>
      <main id="main" className={styles.body}>
        {look.state === "looking" ? <p role="status" className={styles.looking}>{t("checking")}</p> : null}
        {look.state === "failed" ? <Failed failure={look.failure} onRetry={onRetry} /> : null}
        {look.state === "found" ? (
          look.known
            ? <KnownHere player={look.known} onOther={() => setLook({ ...look, known: null })} />
            : <NameForm pin={pin} game={look.game} loadApi={loadApi} />
        ) : null}
      </main>
    </div>
  );
}

function Failed({ failure, onRetry }: { failure: JoinFailure; onRetry: () => void }) {
  const t = useTranslations("player.join");
  const mayPass = failure === "UNREACHABLE" || failure === "BUSY" || failure === "RATE_LIMITED" || failure === "OTHER";
  const common = useTranslations("common");
  return (
    <div className={styles.notice} role="alert">
      <h1 className={styles.title}>{t(`failures.${failure}`)}</h1>
      {mayPass ? <Button look="primary" size="wide" onClick={onRetry}>{common("retry")}</Button> : null}
      <LinkButton look={mayPass ? "quiet" : "primary"} size={mayPass ? "phone" : "wide"} href={routes.home}>{t("back")}</LinkButton>
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
      <LinkButton look="primary" size="wide" href={routes.play(player.gameId)}>{t("backIn", { name: player.name })}</LinkButton>
      <Button look="quiet" size="phone" onClick={onOther}>{t("someoneElse")}</Button>
    </div>
  );
}

const BackArrow = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden><path d="m12 19-7-7 7-7M19 12H5" /></svg>
);
