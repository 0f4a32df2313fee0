"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { hostSettingsOf } from "../host/host-settings";
import { LiveGameProvider } from "../parts/LiveGameProvider";
import { useLiveDispatch, useLiveSelector } from "../parts/use-live";
import { useShortcuts } from "../parts/use-shortcuts";
import { retryRequested } from "../store/connection-slice";
import { DaylightContext, useDaylightChoice } from "./daylight";
import { joinPlaceOf } from "./join-place";
import { StageFrame } from "./StageFrame";
import { StageHost } from "./StageHost";
import styles from "./StagePage.module.css";
import { StageView } from "./StageView";
import { asksForPattern, useJoinPattern } from "./use-join-pattern";
import { useOverview } from "./use-overview";

/** The stage alone, for the projector. */
export function StagePage({ gameId, webUrl }: { gameId: string; webUrl: string }) {
  return (
    <LiveGameProvider gameId={gameId} audience="screen" participantToken={null}>
      <main id="main" className={styles.wall}>
        <Wall gameId={gameId} webUrl={webUrl} />
      </main>
    </LiveGameProvider>
  );
}

function Wall({ gameId, webUrl }: { gameId: string; webUrl: string }) {
  const { daylight, toggleDaylight } = useDaylightChoice();
  useShortcuts({ D: toggleDaylight });
  return (
    <DaylightContext value={daylight}>
      <Shown gameId={gameId} webUrl={webUrl} />
    </DaylightContext>
  );
}

function Shown({ gameId, webUrl }: { gameId: string; webUrl: string }) {
  const t = useTranslations("stage.notice");
  const dispatch = useLiveDispatch();
  const connection = useLiveSelector((state) => state.connection);
  const game = useLiveSelector((state) => state.feed.game);
  const overview = useOverview(gameId);
  const pattern = useJoinPattern(gameId, asksForPattern(overview, game));
  if (connection.status === "gave-up" || connection.status === "replaced") {
    return <Words title={t("lost.title")} text={t("lost.text")} action={<Button size="phone" onClick={() => dispatch(retryRequested())}>{t("lost.retry")}</Button>} />;
  }
  if (connection.status === "refused" && !game) return <Words title={t(`${connection.reason === "NOT_THE_HOST" ? "notYours" : "ended"}.title`)} text={t(`${connection.reason === "NOT_THE_HOST" ? "notYours" : "ended"}.text`)} />;
  if (!game) return <Words text={t("opening")} />;
  const join = joinPlaceOf({ webUrl, pin: overview?.pin ?? null, pattern });
  return (
    <StageHost gameId={gameId} game={game} settings={hostSettingsOf(overview)} lobbySound={overview?.settings.lobbySound ?? true} join={join}>
      <StageView game={game} join={join} />
    </StageHost>
  );
}

function Words({ title, text, action }: { title?: string; text: string; action?: React.ReactNode }) {
  return (
    <StageFrame>
      <div className={styles.words} role="status">
        {title ? <h1 className={styles.title}>{title}</h1> : null}
        <p>{text}</p>
        {action}
      </div>
    </StageFrame>
  );
}
