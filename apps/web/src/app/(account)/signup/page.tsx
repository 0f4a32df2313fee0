import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { nextPath } from "@/account/next-path";
import { SignUpForm } from "@/account/SignUpForm";
import { routes } from "@/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const t = await getTranslations("auth.signUp");
  const asked = (await searchParams).next;
  const next = nextPath(typeof asked === "string" ? asked : null, routes.library);
  return (
    <AccountPage
      title={t("title")}
      text={t("text")}
      form={<SignUpForm next={next} />}
      other={<>{t("haveOne")} <Link href={routes.signIn}>{t("toSignIn")}</Link></>}
    />
  );
}
