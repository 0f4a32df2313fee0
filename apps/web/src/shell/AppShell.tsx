"use client";

import { LayoutList, Radio } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRunningGames } from "@/games/use-game-list";
import { routes } from "@/routes";
import { Logo } from "@/ui/Logo";
import { AccountMenu } from "./AccountMenu";
import styles from "./AppShell.module.css";

/** The author's desk: a rail on the left (a bar on a phone) and the work beside it. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("common.nav");
  const pathname = usePathname();
  const running = useRunningGames();
  const links = [
    { href: routes.library, label: t("quizzes"), icon: <LayoutList aria-hidden />, note: null },
    { href: routes.games, label: t("games"), icon: <Radio aria-hidden />, note: running > 0 ? t("live", { count: running }) : null },
  ];
  return (
    <div className={styles.desk}>
      <nav className={styles.rail} aria-label={t("label")}>
        <Link href={routes.library} className={styles.logo}><Logo height={25} /></Link>
        {links.map(({ href, label, icon, note }) => (
          <Link key={href} href={href} className={styles.link} aria-current={pathname.startsWith(href) ? "page" : undefined}>
            {icon}
            <span>{label}</span>
            {note ? <span className={styles.live}>{note}</span> : null}
          </Link>
        ))}
        <div className={styles.account}><AccountMenu /></div>
      </nav>
      <main id="main" className={styles.work}>{children}</main>
    </div>
  );
}
