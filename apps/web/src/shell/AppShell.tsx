"use client";

import { Flame, GraduationCap, LayoutList, NotebookPen, Radio, Trophy } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRunningGames } from "@/games/use-game-list";
import { routes } from "@/routes";
import { DeskShell } from "./DeskShell";

/** The author's desk. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("common.nav");
  const running = useRunningGames();
  const links = [
    { href: routes.library, label: t("quizzes"), icon: <LayoutList aria-hidden /> },
    { href: routes.games, label: t("games"), icon: <Radio aria-hidden />, note: running > 0 ? t("live", { count: running }) : null },
    { href: routes.assignments, label: t("assignments"), icon: <NotebookPen aria-hidden /> },
    { href: routes.learn, label: t("learn"), icon: <GraduationCap aria-hidden /> },
    { href: routes.boards, label: t("boards"), icon: <Trophy aria-hidden /> },
    { href: routes.league, label: t("league"), icon: <Flame aria-hidden /> },
  ];
  return <DeskShell label={t("label")} home={routes.library} links={links}>{children}</DeskShell>;
}
