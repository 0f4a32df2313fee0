import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GamesPage } from "@/games/GamesPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("games");
  return { title: t("title") };
}

export default GamesPage;
