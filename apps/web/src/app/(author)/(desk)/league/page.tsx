import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeaguePage } from "@/boards/LeaguePage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("boards");
  return { title: t("league.name") };
}

export default LeaguePage;
