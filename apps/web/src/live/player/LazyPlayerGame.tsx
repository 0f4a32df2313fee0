"use client";

import dynamic from "next/dynamic";
import { Opening } from "./Opening";

/** Who plays here is known to this browser alone, so the server has nothing to draw. */
const PlayerGame = dynamic(() => import("./PlayerGame").then((module) => module.PlayerGame), { ssr: false, loading: () => <Opening /> });

export function LazyPlayerGame({ gameId }: { gameId: string }) {
  return <PlayerGame gameId={gameId} />;
}
