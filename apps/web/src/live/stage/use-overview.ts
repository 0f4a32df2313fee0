import type { AppRouter } from "@quickfire/api";
import type { inferRouterOutputs } from "@trpc/server";
import { useEffect, useState } from "react";
import { createHttpClient } from "../network/http-client";

export type Overview = inferRouterOutputs<AppRouter>["game"]["overview"];

const triesUntilSilent = 5;
const retryMs = 2_000;

/** What the host knows of their game and the feed does not tell: its code and its settings, which never change. */
export function useOverview(gameId: string): Overview | null {
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let open = true;
    const ask = async (tries: number) => {
      try {
        const known = await createHttpClient().game.overview.query({ gameId });
        if (open) setOverview(known);
      } catch {
        if (open && tries < triesUntilSilent) timer = setTimeout(() => void ask(tries + 1), retryMs);
      }
    };
    void ask(1);
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [gameId]);
  return overview;
}
