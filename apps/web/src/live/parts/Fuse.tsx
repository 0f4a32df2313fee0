import { type CSSProperties, useMemo } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./Fuse.module.css";
import { useServerNow } from "./server-time";

/**
 * The time that is left, burning down along an edge. One animation on the compositor, set from the deadline: it needs no
 * ticks, and a page that was busy is not late.
 */
export function Fuse({ start, end, frozen = false, offline = false, className }: { start: string; end: string; frozen?: boolean; offline?: boolean; className?: string }) {
  const serverNow = useServerNow();
  const burning = useMemo((): CSSProperties & { "--fuse-steps": number } => {
    const durationMs = Math.max(1, Date.parse(end) - Date.parse(start));
    return {
      animationDuration: `${durationMs}ms`,
      animationDelay: `${Date.parse(start) - serverNow()}ms`,
      "--fuse-steps": Math.max(1, Math.round(durationMs / 1_000)),
    };
  }, [start, end, serverNow]);
  return (
    <div className={classNames(styles.fuse, frozen && styles.frozen, offline && styles.offline, className)} aria-hidden>
      <i key={`${start} ${end}`} style={burning} />
    </div>
  );
}
