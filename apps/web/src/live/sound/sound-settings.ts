import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import { recall, remember } from "../memory/browser-memory";

const key = "quickfire.sound";
const percent = z.int().min(0).max(100);
const soundSettingsSchema = z.object({ on: z.boolean(), lobby: percent, question: percent, results: percent });
export type SoundSettings = z.infer<typeof soundSettingsSchema>;

const usual: SoundSettings = { on: true, lobby: 60, question: 80, results: 100 };
const recallSettings = (): SoundSettings => soundSettingsSchema.safeParse(recall(key)).data ?? usual;

/** How loud the stage is; the desk's window sets it for the projector's as well. */
export function useSoundSettings(): { settings: SoundSettings; change: (changed: Partial<SoundSettings>) => void } {
  const [settings, setSettings] = useState(recallSettings);
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key) setSettings(recallSettings());
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, []);
  const change = useCallback((changed: Partial<SoundSettings>) => {
    const next = { ...recallSettings(), ...changed };
    remember(key, next);
    setSettings(next);
  }, []);
  return { settings, change };
}
