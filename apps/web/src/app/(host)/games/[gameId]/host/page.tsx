import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LazyHostPage } from "@/live/host/LazyHostPage";
import { routes } from "@/routes";
import { getProcess } from "@/server/process";
import { currentUser } from "@/server/session";

export const metadata: Metadata = { title: "Host", robots: { index: false } };

export default async function Host({ params }: { params: Promise<{ gameId: string }> }) {
  const { gameId } = await params;
  if (!(await currentUser())) redirect(routes.signInFor(routes.host(gameId)));
  return <LazyHostPage gameId={gameId} webUrl={getProcess().env.PUBLIC_WEB_URL} />;
}
