import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TakePage } from "@/self-paced/TakePage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selfPaced");
  return { title: t("page"), robots: { index: false } };
}

export default async function AssignmentPage({ params }: { params: Promise<{ code: string }> }) {
  return <TakePage code={(await params).code} />;
}
