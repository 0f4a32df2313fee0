import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import { RaceControls } from "./RaceControls";
import type { Race } from "./race-figures";
import styles from "./RacePart.module.css";
import { RaceTable } from "./RaceTable";
import { RaceTrack } from "./RaceTrack";
import { usePlayback } from "./use-playback";

/** Long enough to see who passes whom, and to read the question. */
const stepMs = 1_600;

/** The game once more: the standings after each question, to be played, stopped and scrubbed; and the same as a table. */
export function RacePart({ gameId, running }: { gameId: string; running: boolean }) {
  const t = useTranslations("report.race");
  const common = useTranslations("common");
  const race = trpc.game.race.useQuery({ gameId }, { refetchInterval: running ? 10_000 : false });
  if (race.error && !race.data) {
    return <ErrorState title={t("error")} text={t("errorText")} action={<Button look="primary" onClick={() => void race.refetch()}>{common("retry")}</Button>} />;
  }
  if (!race.data) return <Skeleton words={t("loading")} rows={6} />;
  if (race.data.rounds.length === 0 || race.data.players === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  return <RaceReplay race={race.data} />;
}

function RaceReplay({ race }: { race: Race }) {
  const t = useTranslations("report.race");
  const playback = usePlayback({ steps: race.rounds.length, stepMs });
  const shown = race.rounds[playback.step];
  const hidden = race.players - (shown?.front.length ?? 0);
  return (
    <>
      <section aria-label={t("title")} className={styles.replay}>
        <RaceControls rounds={race.rounds} playback={playback} />
        <RaceTrack race={race} step={playback.step} />
        {hidden > 0 ? <p className={styles.hidden}>{t("hidden", { count: hidden })}</p> : null}
      </section>
      <RaceTable race={race} />
    </>
  );
}
