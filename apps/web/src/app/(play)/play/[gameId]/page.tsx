import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LazyPlayerGame } from "@/live/player/LazyPlayerGame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("player.pages");
  return { title: t("play"), robots: { index: false } };
}

export default async function PlayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const { gameId } = await params;
  return <LazyPlayerGame gameId={gameId} />;
}
