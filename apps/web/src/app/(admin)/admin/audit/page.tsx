import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/audit/AuditPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.audit");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ game?: string | string[] }> }) {
  const { game } = await searchParams;
  return <AuditPage gameId={typeof game === "string" ? game : ""} />;
}
