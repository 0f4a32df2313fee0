import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { nextPath } from "@/account/next-path";
import { SignInForm } from "@/account/SignInForm";
import { routes } from "@/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const t = await getTranslations("auth.signIn");
  const asked = (await searchParams).next;
  const next = nextPath(typeof asked === "string" ? asked : null, routes.library);
  return (
    <AccountPage
      title={t("title")}
      text={t("text")}
      form={<SignInForm next={next} />}
      other={<>{t("newHere")} <Link href={routes.signUp}>{t("toSignUp")}</Link></>}
    />
  );
}
