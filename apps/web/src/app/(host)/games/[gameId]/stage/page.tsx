import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LazyStagePage } from "@/live/stage/LazyStagePage";
import { routes } from "@/routes";
import { getProcess } from "@/server/process";
import { currentUser } from "@/server/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stage");
  return { title: t("page"), robots: { index: false } };
}

export default async function Stage({ params }: { params: Promise<{ gameId: string }> }) {
  const { gameId } = await params;
  if (!(await currentUser())) redirect(routes.signInFor(routes.stage(gameId)));
  return <LazyStagePage gameId={gameId} webUrl={getProcess().env.PUBLIC_WEB_URL} />;
}
