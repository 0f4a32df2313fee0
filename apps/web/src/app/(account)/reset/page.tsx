import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { ResetForm } from "@/account/ResetForm";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), robots: { index: false } };
}

export default async function ResetPage() {
  const t = await getTranslations("auth.reset");
  return <AccountPage title={t("title")} form={<ResetForm />} />;
}
