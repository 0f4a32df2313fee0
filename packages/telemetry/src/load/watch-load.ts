import type { LoadLevel, LoadLimits } from "./load-meter";
import { LoadMeter } from "./load-meter";

const everyMs = 100;

export type ProcessLoad = { level: () => LoadLevel; stop: () => void };

export type LoadWatch = { limits: LoadLimits; waiting: () => number; onChange: (level: LoadLevel) => void; now?: () => number };

/** Measures this process by a timer: how much later than asked it is run is how long everything else waits, too. */
export function watchLoad({ limits, waiting, onChange, now = () => performance.now() }: LoadWatch): ProcessLoad {
  const meter = new LoadMeter(limits);
  let dueAt = now() + everyMs;
  const timer = setInterval(() => {
    const at = now();
    const before = meter.level;
    const level = meter.sample({ lagMs: Math.max(0, at - dueAt), waiting: waiting() });
    dueAt = at + everyMs;
    if (level !== before) onChange(level);
  }, everyMs).unref();
  return { level: () => meter.level, stop: () => clearInterval(timer) };
}
