import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { ForgotForm } from "@/account/ForgotForm";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgotPage() {
  const t = await getTranslations("auth.forgot");
  return <AccountPage title={t("title")} form={<ForgotForm />} />;
}
