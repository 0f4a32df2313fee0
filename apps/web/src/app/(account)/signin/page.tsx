import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/account/AccountPage";
import { nextPath } from "@/account/next-path";
import { RefusedSignIn } from "@/account/RefusedSignIn";
import { SignInForm } from "@/account/SignInForm";
import { routes } from "@/routes";
import { getProcess } from "@/server/process";
import { namedProviders } from "@/server/sign-in-providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }) {
  const t = await getTranslations("auth.signIn");
  const { next: asked, error } = await searchParams;
  const next = nextPath(typeof asked === "string" ? asked : null, routes.library);
  return (
    <AccountPage
      title={t("title")}
      text={t("text")}
      form={
        <>
          {typeof error === "string" ? <RefusedSignIn error={error} /> : null}
          <SignInForm next={next} providers={namedProviders(getProcess().env)} />
        </>
      }
      other={<>{t("newHere")} <Link href={routes.signUp}>{t("toSignUp")}</Link></>}
    />
  );
}
