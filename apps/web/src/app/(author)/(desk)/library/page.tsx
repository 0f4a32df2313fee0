import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { LibraryPage } from "@/library/LibraryPage";
import { routes } from "@/routes";
import { currentUser } from "@/server/current-user";
import { mayWrite } from "@/shell/may-write";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

/** Signing in leads here; what a learner has is elsewhere. */
export default async function Library() {
  const user = await currentUser();
  if (user && !mayWrite(user.roles)) redirect(routes.learn);
  return <LibraryPage />;
}
