"use client";

import { Flame, GraduationCap, LayoutList, NotebookPen, Radio, Trophy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRunningGames } from "@/games/use-game-list";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { DeskShell } from "./DeskShell";
import { mayWrite } from "./may-write";

/** The desk of authors, and of learners, who have less of it. `roles` are those that the page came with: nobody sees the other desk for a moment. */
export function AppShell({ roles, children }: { roles: readonly string[]; children: ReactNode }) {
  const t = useTranslations("common.nav");
  const me = trpc.account.me.useQuery(undefined, { staleTime: 300_000 }).data;
  const writes = mayWrite(me?.roles ?? roles);
  const running = useRunningGames({ isHost: writes });
  const desk = [
    { href: routes.library, label: t("quizzes"), icon: <LayoutList aria-hidden /> },
    { href: routes.games, label: t("games"), icon: <Radio aria-hidden />, note: running > 0 ? t("live", { count: running }) : null },
    { href: routes.assignments, label: t("assignments"), icon: <NotebookPen aria-hidden /> },
  ];
  const links = [
    ...(writes ? desk : []),
    { href: routes.learn, label: t("learn"), icon: <GraduationCap aria-hidden /> },
    { href: routes.boards, label: t("boards"), icon: <Trophy aria-hidden /> },
    { href: routes.league, label: t("league"), icon: <Flame aria-hidden /> },
  ];
  return <DeskShell label={t("label")} home={writes ? routes.library : routes.learn} links={links}>{children}</DeskShell>;
}
