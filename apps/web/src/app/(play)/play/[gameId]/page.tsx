import type { Metadata } from "next";
import { LazyPlayerGame } from "@/live/player/LazyPlayerGame";

export const metadata: Metadata = { title: "Play", robots: { index: false } };

export default async function PlayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const { gameId } = await params;
  return <LazyPlayerGame gameId={gameId} />;
}
