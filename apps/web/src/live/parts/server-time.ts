import { useCallback, useEffect, useState } from "react";
import { usePlaying } from "./playing";
import { onWaking } from "./waking";

/** The server's clock, as far as this browser has learned it. */
export function useServerNow(): () => number {
  const { offsetMs } = usePlaying();
  return useCallback(() => Date.now() + offsetMs, [offsetMs]);
}

const secondsBetween = (from: number, to: number): number => Math.max(0, Math.ceil((to - from) / 1_000));

/** Whole seconds until an instant; null where there is none. They stand still while the game is paused. */
export function useSecondsLeft(endTime: string | null, frozen = false): number | null {
  const serverNow = useServerNow();
  const end = endTime === null ? null : Date.parse(endTime);
  const [seconds, setSeconds] = useState(() => (end === null ? null : secondsBetween(serverNow(), end)));

  useEffect(() => {
    if (end === null) {
      setSeconds(null);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const leftMs = end - serverNow();
      setSeconds(secondsBetween(0, leftMs));
      // Wakes just after the figure has changed: no interval, so nothing drifts.
      if (leftMs > 0 && !frozen) timer = setTimeout(tick, (leftMs % 1_000) + 5);
    };
    tick();
    const stopWatching = onWaking(tick);
    return () => {
      stopWatching();
      clearTimeout(timer);
    };
  }, [end, frozen, serverNow]);

  return seconds;
}

/** Whether an instant has come, to the millisecond that a timer allows. */
export function useReached(instant: string | null): boolean {
  const serverNow = useServerNow();
  const at = instant === null ? null : Date.parse(instant);
  const [reached, setReached] = useState(() => at !== null && serverNow() >= at);

  useEffect(() => {
    if (at === null) {
      setReached(false);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const leftMs = at - serverNow();
      setReached(leftMs <= 0);
      if (leftMs > 0) timer = setTimeout(look, leftMs);
    };
    look();
    const stopWatching = onWaking(look);
    return () => {
      stopWatching();
      clearTimeout(timer);
    };
  }, [at, serverNow]);

  return reached;
}
