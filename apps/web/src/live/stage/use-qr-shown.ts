import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import { recall, remember } from "../memory/browser-memory";
import type { LiveGame } from "../store/live-game";

const key = "quickfire.qr";
const shownSchema = z.object({ gameId: z.string(), seq: z.int() });
const recallShown = () => shownSchema.safeParse(recall(key)).data ?? null;

/** Whether the QR code fills the stage, in this window and the projector's of the same browser. Whatever moves the game ends it. */
export function useQrShown({ gameId, seq }: Pick<LiveGame, "gameId" | "seq">): { shown: boolean; toggle: () => void } {
  const [asked, setAsked] = useState(recallShown);
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key) setAsked(recallShown());
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, []);
  const shown = asked?.gameId === gameId && asked.seq === seq;
  const toggle = useCallback(() => {
    remember(key, shown ? null : { gameId, seq });
    setAsked(recallShown());
  }, [shown, gameId, seq]);
  return { shown, toggle };
}
