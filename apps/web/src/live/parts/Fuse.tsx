import { type CSSProperties, useEffect, useState } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./Fuse.module.css";
import { usePlaying } from "./playing";
import { useServerNow } from "./server-time";
import { onWaking } from "./waking";

type Span = { start: string; end: string };

/**
 * The time that is left, burning down along an edge. One animation on the compositor, set from the deadline: it needs no
 * ticks, and a page that was busy is not late.
 */
export function Fuse({ start, end, frozen = false, offline = false, className }: Span & { frozen?: boolean; offline?: boolean; className?: string }) {
  const { offsetMs } = usePlaying();
  const [wakings, setWakings] = useState(0);
  useEffect(() => onWaking(() => setWakings((count) => count + 1)), []);
  return (
    <div className={classNames(styles.fuse, frozen && styles.frozen, offline && styles.offline, className)} aria-hidden>
      {/* An animation counts from where it began: with a clock that is known better now, or after a sleep, it begins anew. */}
      <Burning key={`${start} ${end} ${offsetMs} ${wakings}`} start={start} end={end} />
    </div>
  );
}

function Burning({ start, end }: Span) {
  const serverNow = useServerNow();
  const [style] = useState((): CSSProperties & { "--fuse-steps": number } => {
    const durationMs = Math.max(1, Date.parse(end) - Date.parse(start));
    return {
      animationDuration: `${durationMs}ms`,
      animationDelay: `${Date.parse(start) - serverNow()}ms`,
      "--fuse-steps": Math.max(1, Math.round(durationMs / 1_000)),
    };
  });
  return <i style={style} />;
}
