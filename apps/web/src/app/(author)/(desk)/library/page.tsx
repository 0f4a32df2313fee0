import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LibraryPage } from "@/library/LibraryPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default LibraryPage;
