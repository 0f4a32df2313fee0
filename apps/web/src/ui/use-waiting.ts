import { useEffect, useState, useSyncExternalStore } from "react";

const steps = [{ afterMs: 5_000, waiting: "slow" }, { afterMs: 15_000, waiting: "long" }] as const;

/** How somebody has been waiting since a part of a page appeared: what is said to them, and what is offered, follows from it. */
export type Waiting = "short" | (typeof steps)[number]["waiting"] | "offline";

export function useWaiting(): Waiting {
  const [waited, setWaited] = useState<Exclude<Waiting, "offline">>("short");
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine, () => true);
  useEffect(() => {
    const timers = steps.map(({ afterMs, waiting }) => setTimeout(() => setWaited(waiting), afterMs));
    return () => timers.forEach(clearTimeout);
  }, []);
  return online ? waited : "offline";
}

function watchConnection(onChange: () => void): () => void {
  const names = ["online", "offline"] as const;
  for (const name of names) window.addEventListener(name, onChange);
  return () => { for (const name of names) window.removeEventListener(name, onChange); };
}
