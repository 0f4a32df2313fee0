import { useEffect } from "react";

/** Keeps the screen lit while `active`. A browser lets go of it when the page is hidden: it is asked for again when it is shown. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !("wakeLock" in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let isLeft = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const lock = await navigator.wakeLock.request("screen");
        if (isLeft) await lock.release();
        else held = lock;
      } catch {
        // Low on battery, say: the screen dims as it always does.
      }
    };
    const onShown = () => void hold();
    onShown();
    document.addEventListener("visibilitychange", onShown);
    return () => {
      isLeft = true;
      document.removeEventListener("visibilitychange", onShown);
      void held?.release();
    };
  }, [active]);
}
