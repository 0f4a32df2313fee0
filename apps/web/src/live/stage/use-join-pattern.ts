import { useEffect, useState } from "react";
import { createHttpClient } from "../network/http-client";
import { useServerNow } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import type { Overview } from "./use-overview";

/** Four signs by their letters, and while they are on the screen. */
export type JoinPattern = { pattern: string; startsAt: string; endsAt: string };

const retryMs = 1_000;

/** Whether newcomers need the pattern now: nobody comes in once the game is locked or over. */
export const asksForPattern = (overview: Overview | null, game: LiveGame | null): boolean =>
  overview?.settings.joinPattern === true && game !== null && !game.locked && game.phase !== "ended";

/** What the screen shows to newcomers at this moment. The next ones are known ahead, so that it changes on time; null while none is known. */
export function useJoinPattern(gameId: string, asked: boolean): JoinPattern | null {
  const serverNow = useServerNow();
  const [shown, setShown] = useState<JoinPattern | null>(null);
  useEffect(() => {
    if (!asked) return setShown(null);
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: readonly JoinPattern[] = [];
    const learn = async () => {
      try {
        known = (await createHttpClient().game.joinPattern.query({ gameId })).patterns;
      } catch {
        // Those known ahead bridge a while; then there is none to show.
      }
    };
    const show = () => {
      if (!open) return;
      const now = serverNow();
      const current = known.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt)) ?? null;
      setShown(current);
      if (current) void learn();
      timer = setTimeout(() => (current ? show() : void learn().then(show)), current ? Date.parse(current.endsAt) - now + 5 : retryMs);
    };
    void learn().then(show);
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [gameId, asked, serverNow]);
  return shown;
}
