import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeptPage } from "@/kept/KeptPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.kept");
  return { title: t("title") };
}

export default KeptPage;
