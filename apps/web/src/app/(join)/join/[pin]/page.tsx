import { randomInt } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { joinFailureOf } from "@/live/join/join-failure";
import { JoinPage } from "@/live/join/JoinPage";
import { readCode } from "@/live/parts/game-code";
import { routes } from "@/routes";
import { findGameByPin } from "@/server/find-game";
import { avatarCount } from "@/ui/GlyphAvatar";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("player.pages");
  return { title: t("join"), robots: { index: false } };
}

export default async function Join({ params }: { params: Promise<{ pin: string }> }) {
  const code = readCode((await params).pin);
  if (code.length !== 6) redirect(routes.home);
  const found = await findGameByPin(code);
  return <JoinPage pin={code} behind={found.ok ? { game: found.value, startAvatar: randomInt(avatarCount) } : { failure: joinFailureOf({ reason: found.error, field: null }) }} />;
}
