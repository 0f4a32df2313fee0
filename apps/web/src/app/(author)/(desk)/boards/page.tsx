import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardsPage } from "@/boards/BoardsPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("boards");
  return { title: t("title") };
}

export default BoardsPage;
