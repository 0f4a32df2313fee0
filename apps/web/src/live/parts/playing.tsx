import { createContext, type ReactNode, use, useMemo } from "react";
import { selectOffline } from "../store/selectors";
import { useLiveSelector } from "./use-live";

/** What the parts of a question need to know of what is played, be it live or at one's own pace. */
type Playing = {
  /** Of the quiz; empty where it is not known. */
  language: string;
  /** How far the server's clock is ahead of this browser's. */
  offsetMs: number;
  /** What is sent now stays on the device for a while. */
  offline?: boolean;
};

const PlayingContext = createContext<Playing | null>(null);

export function PlayingProvider({ language, offsetMs, offline = false, children }: Playing & { children: ReactNode }) {
  const playing = useMemo(() => ({ language, offsetMs, offline }), [language, offsetMs, offline]);
  return <PlayingContext value={playing}>{children}</PlayingContext>;
}

/** As the live game of this tab has it. */
export function LivePlaying({ children }: { children: ReactNode }) {
  const language = useLiveSelector((state) => state.feed.game?.language ?? "");
  const offsetMs = useLiveSelector((state) => state.clock.offsetMs);
  const offline = useLiveSelector(selectOffline);
  return <PlayingProvider language={language} offsetMs={offsetMs} offline={offline}>{children}</PlayingProvider>;
}

export function usePlaying(): Playing {
  const playing = use(PlayingContext);
  if (!playing) throw new Error("a question needs a PlayingProvider above it");
  return playing;
}
