"use client";

import { ArrowLeft, Flag, Hourglass, Radio, ScrollText, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { routes } from "@/routes";
import { DeskShell } from "./DeskShell";

/** The admin's desk. */
export function AdminShell({ children }: { children: ReactNode }) {
  const t = useTranslations("admin.nav");
  const links = [
    { href: routes.library, label: t("back"), icon: <ArrowLeft aria-hidden /> },
    { href: routes.adminUsers, label: t("users"), icon: <Users aria-hidden /> },
    { href: routes.adminGames, label: t("games"), icon: <Radio aria-hidden /> },
    { href: routes.adminReview, label: t("review"), icon: <Flag aria-hidden /> },
    { href: routes.adminAudit, label: t("audit"), icon: <ScrollText aria-hidden /> },
    { href: routes.adminKept, label: t("kept"), icon: <Hourglass aria-hidden /> },
  ];
  return <DeskShell label={t("label")} home={routes.library} links={links}>{children}</DeskShell>;
}
