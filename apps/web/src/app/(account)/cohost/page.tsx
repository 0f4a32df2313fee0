import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { CoHostNote } from "@/account/CoHostNote";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.cohost");
  return { title: t("title"), robots: { index: false } };
}

export default async function CoHostPage() {
  const t = await getTranslations("auth.cohost");
  return <AccountPage title={t("title")} form={<CoHostNote />} />;
}
