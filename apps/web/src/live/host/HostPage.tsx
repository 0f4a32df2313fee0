"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { routes } from "@/routes";
import { LinkButton } from "@/ui/Button";
import { ConnectionBanner } from "../player/ConnectionBanner";
import { LiveGameProvider } from "../parts/LiveGameProvider";
import { useLiveSelector } from "../parts/use-live";
import { joinPlaceOf } from "../stage/join-place";
import { asksForPattern, useJoinPattern } from "../stage/use-join-pattern";
import { useOverview } from "../stage/use-overview";
import { HostBar } from "./HostBar";
import { HostDesk } from "./HostDesk";
import { HostGaveUp, HostRefused } from "./HostNotices";
import { hostSettingsOf } from "./host-settings";
import styles from "./HostPage.module.css";

/** Runs a game: the stage as the class sees it, the next step under it, and who still thinks beside it. */
export function HostPage({ gameId, webUrl }: { gameId: string; webUrl: string }) {
  return (
    <LiveGameProvider gameId={gameId} audience="host" participantToken={null}>
      <Hosting gameId={gameId} webUrl={webUrl} />
    </LiveGameProvider>
  );
}

function Hosting({ gameId, webUrl }: { gameId: string; webUrl: string }) {
  const t = useTranslations("host");
  const connection = useLiveSelector((state) => state.connection);
  const game = useLiveSelector((state) => state.feed.game);
  const overview = useOverview(gameId);
  const pattern = useJoinPattern(gameId, asksForPattern(overview, game));
  const title = game?.title;
  useEffect(() => {
    if (title) document.title = `${t("live")} · ${title}`;
  }, [title, t]);

  if (connection.status === "gave-up") return <main id="main"><HostGaveUp lostAt={connection.lostAt} gaveUpAt={connection.gaveUpAt} /></main>;
  if (connection.status === "refused" && !game) return <main id="main">{connection.reason === "ENDED" ? <Over gameId={gameId} /> : <HostRefused isMissing={connection.reason === "UNKNOWN_GAME"} />}</main>;
  if (!game) return <main id="main" className={styles.opening}><p role="status">{t("opening")}</p></main>;

  const join = joinPlaceOf({ webUrl, pin: overview?.pin ?? null, pattern });
  return (
    <div className={styles.page}>
      <HostBar gameId={gameId} game={game} join={join} />
      <div className={styles.banner}><ConnectionBanner audience="host" /></div>
      <main id="main" className={styles.desk}>
        <HostDesk gameId={gameId} game={game} join={join} settings={hostSettingsOf(overview)} />
      </main>
    </div>
  );
}

function Over({ gameId }: { gameId: string }) {
  const t = useTranslations("host.over");
  return (
    <div className={styles.over}>
      <h1>{t("title")}</h1>
      <p className="secondary">{t("text")}</p>
      <LinkButton look="primary" size="phone" href={routes.report(gameId)}>{t("report")}</LinkButton>
    </div>
  );
}
