import { Bot, CloudUpload, Copy, Maximize, Radio, RadioTower, Wifi } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import { showCode } from "../parts/game-code";
import { useLiveSelector } from "../parts/use-live";
import { selectBotCount } from "../store/selectors";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "../stage/join-place";
import styles from "./HostBar.module.css";

const copiedShownMs = 2_500;

/** What runs, who is connected, the code, and the ways to show it. */
export function HostBar({ gameId, game, join }: { gameId: string; game: LiveGame; join: JoinPlace }) {
  const t = useTranslations("host");
  const format = useFormatter();
  const present = useLiveSelector((state) => state.feed.progress?.present ?? null);
  const savingWaits = useLiveSelector((state) => state.feed.savingWaits);
  const rehearsal = useLiveSelector(selectBotCount) > 0;
  const openProjector = () => window.open(routes.stage(gameId), `quickfire-${gameId}`, "popup,width=1280,height=720");
  return (
    <header className={styles.bar}>
      <Tag tone={game.phase === "ended" ? "plain" : "live"} icon={<Radio aria-hidden />}>{game.phase === "ended" ? t("ended") : t("live")}</Tag>
      <h1 className={styles.title} lang={game.language}>{game.title}</h1>
      <span className={styles.where}>{game.round > 0 ? t("question", { round: game.round, rounds: game.rounds }) : t("questions", { rounds: game.rounds })}</span>
      <span className={styles.connected}><Wifi aria-hidden /> {t("connected", { count: present ?? 0, shown: present === null ? "\u2013" : format.number(present) })}</span>
      <span aria-live="polite" className={styles.notice}>
        {game.recovering ? <Tag tone="warn" icon={<RadioTower aria-hidden />}>{t("recovering")}</Tag> : null}
        {rehearsal ? <Tag tone="info" icon={<Bot aria-hidden />}>{t("rehearsal.tag")}</Tag> : null}
        {savingWaits ? <Tag tone="info" icon={<CloudUpload aria-hidden />}>{t("saving")}</Tag> : null}
      </span>
      {join.pin === null ? null : <span className={`figure ${styles.code}`}>{showCode(join.pin)}</span>}
      <CopyLink url={join.url} />
      <Button size="compact" icon={<Maximize aria-hidden />} onClick={openProjector}>{t("projector")}</Button>
    </header>
  );
}

/** Where the browser has no clipboard for us (plain HTTP), the link is shown, to be copied by hand. */
function CopyLink({ url }: { url: string }) {
  const t = useTranslations("host");
  const [state, setState] = useState<"idle" | "copied" | "shown">("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), copiedShownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setState("copied");
    } catch {
      setState("shown");
    }
  };
  if (state === "shown") return <input className={styles.link} readOnly value={url} aria-label={t("joinLink")} onFocus={(event) => event.target.select()} />;
  return (
    <>
      <Button size="compact" icon={<Copy aria-hidden />} onClick={() => void copy()}>{state === "copied" ? t("copied") : t("copyLink")}</Button>
      <span role="status" className="visually-hidden">{state === "copied" ? t("copied") : null}</span>
    </>
  );
}
