import { useEffect, useState } from "react";

export type Playback = { step: number; playing: boolean; toggle: () => void; seek: (step: number) => void };

/** Goes through so many steps by itself while it plays, and stops at the last; taking a step by hand stops it too. */
export function usePlayback({ steps, stepMs }: { steps: number; stepMs: number }): Playback {
  const last = Math.max(0, steps - 1);
  const [position, setStep] = useState(0);
  const [wanted, setWanted] = useState(false);
  const step = Math.min(position, last);
  const playing = wanted && step < last;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setStep(step + 1), stepMs);
    return () => clearTimeout(timer);
  }, [playing, step, stepMs]);

  return {
    step,
    playing,
    toggle() {
      // At the end there is nothing left to play but the whole once more.
      if (!playing && step === last) setStep(0);
      setWanted(!playing);
    },
    seek(wantedStep) {
      setWanted(false);
      setStep(Math.min(last, Math.max(0, wantedStep)));
    },
  };
}
