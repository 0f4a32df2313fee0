import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { VerifyNote } from "@/account/VerifyNote";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title"), robots: { index: false } };
}

export default async function VerifyPage() {
  const t = await getTranslations("auth.verify");
  return <AccountPage title={t("title")} form={<VerifyNote />} />;
}
