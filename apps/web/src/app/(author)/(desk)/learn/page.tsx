import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LearnPage } from "@/learn/LearnPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("learn");
  return { title: t("title") };
}

export default LearnPage;
