import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import styles from "./ProgressStrip.module.css";

const labelledUpTo = 20;

/** All rounds in a row: how many had it right behind, the running one lit, the rest to come. */
export function ProgressStrip({ game }: { game: LiveGame }) {
  const t = useTranslations("host.progress");
  const format = useFormatter();
  const shares = useLiveSelector((state) => state.feed.rightShares);
  const labelled = game.rounds <= labelledUpTo;
  const stateOf = (round: number): "done" | "now" | "ahead" => {
    if (game.phase === "podium" || game.phase === "ended") return round <= game.round ? "done" : "ahead";
    return round < game.round ? "done" : round === game.round ? "now" : "ahead";
  };
  return (
    <ol className={styles.strip} aria-label={t("label", { round: game.round, rounds: game.rounds })}>
      {Array.from({ length: game.rounds }, (_, index) => {
        const round = index + 1;
        const state = stateOf(round);
        const share = shares[round];
        const percent = share === undefined || state !== "done" ? null : format.number(share, { style: "percent", maximumFractionDigits: 0 });
        return (
          <li key={round} className={classNames("figure", styles.round, styles[state])} title={percent === null ? t("round", { round }) : t("roundRight", { round, percent })}>
            {labelled ? <span>{percent ?? round}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
