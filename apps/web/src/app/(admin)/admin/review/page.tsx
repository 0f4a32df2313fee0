import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "@/review/ReviewPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.list");
  return { title: t("title") };
}

export default ReviewPage;
