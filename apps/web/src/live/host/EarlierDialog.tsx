import type { AppRouter } from "@quickfire/api";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/ui/Dialog";
import { Skeleton } from "@/ui/Skeleton";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { useHostCommands } from "./use-host-commands";
import styles from "./EarlierDialog.module.css";

type EarlierRound = inferRouterOutputs<AppRouter>["game"]["earlierRounds"][number];

/** Whether results of earlier rounds can be shown now, which there are, and how to show one. */
export type EarlierResults = { isPossible: boolean; load: ReturnType<typeof useHostCommands>["earlierRounds"]; show: (round: number | null) => Promise<void> };

type EarlierDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; earlier: EarlierResults };

/** The questions so far, newest first; the one that is picked stands on every stage once more. */
export function EarlierDialog({ open, onOpenChange, earlier }: EarlierDialogProps) {
  const t = useTranslations("host.earlier");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("text")}>
      {open ? <Rounds load={earlier.load} onPick={(round) => { onOpenChange(false); void earlier.show(round); }} /> : null}
    </Dialog>
  );
}

function Rounds({ load, onPick }: { load: EarlierResults["load"]; onPick: (round: number) => void }) {
  const t = useTranslations("host.earlier");
  const language = useQuizLanguage();
  const rounds = useRounds(load);
  if (rounds === "failed") return <p role="alert" className={styles.failed}>{t("failed")}</p>;
  if (rounds === null) return <Skeleton words={t("loading")} rows={3} />;
  return (
    <ol className={styles.rounds}>
      {rounds.toReversed().map((round) => (
        <li key={round.round}>
          <button type="button" className={styles.round} onClick={() => onPick(round.round)}>
            <span className={`figure ${styles.number}`}>{round.round}</span>
            <span className={styles.asked} lang={language}>{round.text}</span>
            <span className={styles.share}><Share round={round} /></span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Share({ round: { answered, right, counted } }: { round: EarlierRound }) {
  const t = useTranslations("host.earlier");
  const format = useFormatter();
  if (!counted) return t("uncounted");
  return t("right", { percent: format.number(answered === 0 ? 0 : right / answered, { style: "percent", maximumFractionDigits: 0 }) });
}

function useRounds(load: EarlierResults["load"]): EarlierRound[] | "failed" | null {
  const [rounds, setRounds] = useState<EarlierRound[] | "failed" | null>(null);
  useEffect(() => {
    let open = true;
    void load().then((loaded) => {
      if (open) setRounds(loaded.ok ? loaded.value : "failed");
    });
    return () => {
      open = false;
    };
  }, [load]);
  return rounds;
}
