import type { LoadLevel, LoadLimits } from "./load-meter";
import { LoadMeter, sampledEveryMs } from "./load-meter";

export type ProcessLoad = { /** Just now, also in the middle of a long turn. */ level: () => LoadLevel; stop: () => void };

export type LoadWatch = { limits: LoadLimits; waiting: () => number; onChange: (level: LoadLevel) => void; now?: () => number };

/** Measures this process by a timer: how much later than asked it is run is how long everything else waits, too. */
export function watchLoad({ limits, waiting, onChange, now = () => performance.now() }: LoadWatch): ProcessLoad {
  const meter = new LoadMeter(limits);
  let dueAt = now() + sampledEveryMs;
  const measure = (at: number) => ({ lagMs: Math.max(0, at - dueAt), waiting: waiting() });
  const timer = setInterval(() => {
    const at = now();
    const before = meter.level;
    const level = meter.sample(measure(at));
    dueAt = at + sampledEveryMs;
    if (level !== before) onChange(level);
  }, sampledEveryMs).unref();
  return { level: () => meter.look(measure(now())), stop: () => clearInterval(timer) };
}
