import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FlagPage } from "@/review/FlagPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.list");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ flagId: string }> }) {
  return <FlagPage flagId={(await params).flagId} />;
}
