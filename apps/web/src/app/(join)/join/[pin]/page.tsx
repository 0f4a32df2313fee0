import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { JoinPage } from "@/live/join/JoinPage";
import { readCode } from "@/live/parts/game-code";
import { routes } from "@/routes";

export const metadata: Metadata = { title: "Join", robots: { index: false } };

export default async function Join({ params }: { params: Promise<{ pin: string }> }) {
  const { pin } = await params;
  const code = readCode(decodeURIComponent(pin));
  if (code.length !== 6) redirect(routes.home);
  return <JoinPage pin={code} />;
}
