import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import type { RaceRound } from "./race-figures";
import styles from "./RacePart.module.css";
import type { Playback } from "./use-playback";

/** Play, one step on or back, and a time line to be scrubbed: with the keys it goes question by question. */
export function RaceControls({ rounds, playback }: { rounds: readonly RaceRound[]; playback: Playback }) {
  const t = useTranslations("report.race");
  const { step, playing, toggle, seek } = playback;
  const last = rounds.length - 1;
  const shown = rounds[step];
  const leader = shown?.front[0];
  const where = t("after", { number: shown?.round ?? 0 });
  const doing = playing ? "pause" : step === last ? "again" : "play";
  return (
    <>
      <div className={styles.controls}>
        <Button look="primary" className={styles.play} icon={playing ? <Pause aria-hidden /> : step === last ? <RotateCcw aria-hidden /> : <Play aria-hidden />} onClick={toggle}>{t(doing)}</Button>
        <Button iconOnly icon={<ChevronLeft aria-hidden />} aria-disabled={step === 0} onClick={() => seek(step - 1)}>{t("back")}</Button>
        <input
          type="range"
          className={styles.line}
          min={0}
          max={last}
          step={1}
          value={step}
          aria-label={t("line")}
          aria-valuetext={where}
          onChange={(event) => seek(Number(event.target.value))}
        />
        <Button iconOnly icon={<ChevronRight aria-hidden />} aria-disabled={step === last} onClick={() => seek(step + 1)}>{t("on")}</Button>
      </div>
      <p className={styles.where}><b>{where}</b> {shown?.text}</p>
      {/* Said once the race rests: while it plays, the words would never end. */}
      <p className="visually-hidden" role="status">{leader && !playing ? t("leads", { where, name: leader.name, score: leader.score }) : ""}</p>
    </>
  );
}
