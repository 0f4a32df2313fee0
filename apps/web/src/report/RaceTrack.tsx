import { type CSSProperties, useMemo } from "react";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { type Lane, lanesOf, longestScore, type Race } from "./race-figures";
import styles from "./RaceTrack.module.css";

/** The rows of the standings on their way past each other. The table says the same in words, so this is for the eye alone. */
export function RaceTrack({ race, step }: { race: Race; step: number }) {
  const lanes = useMemo(() => lanesOf(race), [race]);
  const longest = longestScore(race);
  const rows = Math.max(1, ...race.rounds.map(({ front }) => front.length));
  const size: CSSProperties & { "--rows": number } = { "--rows": rows };
  return (
    <ol className={styles.track} style={size} aria-hidden>
      {lanes.map((lane) => <Runner key={lane.participantId} lane={lane} step={step} rows={rows} longest={longest} />)}
    </ol>
  );
}

function Runner({ lane, step, rows, longest }: { lane: Lane; step: number; rows: number; longest: number }) {
  const locale = useRegionalLocale();
  const now = lane.steps[step];
  // Whoever is not in front waits below the last row, with the score that they were last seen with.
  const shown = now ?? lane.steps.slice(0, step).findLast((seen) => seen !== null) ?? lane.steps.find((seen) => seen !== null);
  const looks: CSSProperties & Record<"--place" | "--share", number> = { "--place": now ? now.place : rows, "--share": (shown?.score ?? 0) / longest };
  return (
    <li className={styles.runner} data-hidden={now ? undefined : true} data-first={now?.rank === 1 || undefined} style={looks}>
      <span className={styles.rank}>{shown?.rank}</span>
      <GlyphAvatar avatar={lane.avatar} size={28} />
      <span className={styles.name}>{lane.name}</span>
      <span className={styles.gained}>{shown?.gained ? `+${shown.gained.toLocaleString(locale)}` : null}</span>
      <span className={`figure ${styles.score}`}>{(shown?.score ?? 0).toLocaleString(locale)}</span>
      <span className={styles.bar}><i /></span>
    </li>
  );
}
