import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportPage } from "@/report/ReportPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("games");
  return { title: t("report") };
}

export default async function GameReportPage({ params }: { params: Promise<{ gameId: string }> }) {
  return <ReportPage gameId={(await params).gameId} />;
}
