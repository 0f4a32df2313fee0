import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PracticePage } from "@/learn/PracticePage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("learn.practice");
  return { title: t("title") };
}

export default async function Practice({ searchParams }: { searchParams: Promise<{ ahead?: string | string[] }> }) {
  return <PracticePage ahead={(await searchParams).ahead !== undefined} />;
}
