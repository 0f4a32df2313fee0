import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunningGamesPage } from "@/admin/RunningGamesPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.games");
  return { title: t("title") };
}

export default RunningGamesPage;
