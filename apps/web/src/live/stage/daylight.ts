import { createContext, useCallback, useEffect, useState } from "react";
import { recall, remember } from "../memory/browser-memory";

const key = "quickfire.daylight";
const recallDaylight = (): boolean => recall(key) === true;

/** Whether the board is light, with dark ink: for projectors in bright places, which lose dark tones first. */
export const DaylightContext = createContext(false);

/** The host's window turns it on for the projector's as well. */
export function useDaylightChoice(): { daylight: boolean; toggleDaylight: () => void } {
  const [daylight, setDaylight] = useState(recallDaylight);
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key) setDaylight(recallDaylight());
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, []);
  const toggleDaylight = useCallback(() => {
    remember(key, !recallDaylight());
    setDaylight(recallDaylight());
  }, []);
  return { daylight, toggleDaylight };
}
