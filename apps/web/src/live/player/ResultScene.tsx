import { useFormatter, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { avatarColour } from "@/ui/GlyphAvatar";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectBoard } from "../store/selectors";
import { OwnTeam } from "../teams/OwnTeam";
import { BigPlace } from "./BigPlace";
import { ConnectionBanner } from "./ConnectionBanner";
import { Mistakes } from "./Mistakes";
import { OwnBoard } from "./OwnBoard";
import styles from "./ResultScene.module.css";
import scene from "./scene.module.css";

/** Few ask for it, so it comes when it is asked for. */
const ResultPicture = dynamic(() => import("./share/ResultPicture").then((module) => module.ResultPicture), { ssr: false });

/** The end: one's place as the whole screen, then what can be learned from it. */
export function ResultScene({ game }: { game: LiveGame }) {
  const t = useTranslations("player.result");
  const player = useTranslations("player");
  const format = useFormatter();
  const rounds = useLiveSelector((state) => state.playedRounds);
  const board = useLiveSelector(selectBoard);
  const [open, setOpen] = useState<"mistakes" | "picture" | "board" | null>(null);
  const { you } = game;
  const mistakes = rounds.filter(({ correct }) => !correct);
  const toggle = (part: "mistakes" | "picture" | "board") => setOpen(open === part ? null : part);
  if (!you) return null;
  const points = t("pointsAlone", { points: you.score, shown: format.number(you.score) });
  const placeNote = player("ofPlayers", { count: game.participants, shown: format.number(game.participants) });
  const words = { title: game.title, place: player("place", { place: you.rank }), placeNote, name: you.name, points };
  return (
    <div className={classNames(scene.page, styles.page)} style={{ background: avatarColour(you.avatar) }}>
      <ConnectionBanner />
      <div className={styles.plane}>
        <div className={styles.inner}>
          <p className={styles.title}>{game.interrupted ? t("interrupted", { title: game.title }) : t("title", { title: game.title })}</p>
          <BigPlace place={you.rank} huge />
          <h1 className={styles.name}>{t("points", { name: you.name, points: you.score, shown: format.number(you.score) })}</h1>
        </div>
      </div>
      <div className={classNames(scene.body, styles.body)}>
        <dl className={styles.figures}>
          <Figure value={t("rightOf", { right: rounds.length - mistakes.length, rounds: rounds.length })} label={t("right")} />
          <Figure value={format.number(longestStreak(rounds.map(({ correct }) => correct)))} label={t("bestStreak")} />
          <Figure value={t("ofAll", { count: game.participants, shown: format.number(game.participants) })} label={t("players")} />
        </dl>
        <OwnTeam game={game} explained />
        {mistakes.length > 0 ? (
          <Button size="wide" className={styles.main} aria-expanded={open === "mistakes"} onClick={() => toggle("mistakes")}>
            {t("mistakes", { count: mistakes.length })}
          </Button>
        ) : null}
        {open === "mistakes" ? <Mistakes rounds={mistakes} /> : null}
        <Button look="quiet" size="phone" className={styles.quiet} aria-expanded={open === "picture"} onClick={() => toggle("picture")}>{t("picture.make")}</Button>
        {open === "picture" ? <ResultPicture words={words} avatar={you.avatar} /> : null}
        {board.length > 0 ? <Button look="quiet" size="phone" className={styles.quiet} aria-expanded={open === "board"} onClick={() => toggle("board")}>{t("standings")}</Button> : null}
        {open === "board" ? <div className={styles.card}><OwnBoard /></div> : null}
        <LinkButton href={routes.home} look="quiet" size="phone" className={styles.quiet}>{t("again")}</LinkButton>
      </div>
    </div>
  );
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className={styles.cell}>
      <dt>{label}</dt>
      <dd className={`figure ${styles.value}`}>{value}</dd>
    </div>
  );
}

/** Over the rounds that were played on this device. */
function longestStreak(results: readonly boolean[]): number {
  let longest = 0;
  let running = 0;
  for (const correct of results) {
    running = correct ? running + 1 : 0;
    longest = Math.max(longest, running);
  }
  return longest;
}
