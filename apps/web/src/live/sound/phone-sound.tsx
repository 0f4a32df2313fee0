import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { recall, remember } from "../memory/browser-memory";

const key = "quickfire.phoneSound";

type PhoneSound = { on: boolean; switchSound: () => void };

const PhoneSoundContext = createContext<PhoneSound>({ on: false, switchSound: () => undefined });

/** A phone is silent until its player wants otherwise, in this game and the next ones. */
export function PhoneSoundProvider({ children }: { children: ReactNode }) {
  const [on, setOn] = useState(() => recall(key) === true);
  const sound = useMemo(
    () => ({
      on,
      switchSound: () => {
        remember(key, !on);
        setOn(!on);
      },
    }),
    [on],
  );
  return <PhoneSoundContext value={sound}>{children}</PhoneSoundContext>;
}

export const usePhoneSound = (): PhoneSound => use(PhoneSoundContext);
