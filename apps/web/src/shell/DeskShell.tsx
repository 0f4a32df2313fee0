"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Logo } from "@/ui/Logo";
import { AccountMenu } from "./AccountMenu";
import styles from "./DeskShell.module.css";

export type RailLink = { href: string; label: string; icon: ReactNode; note?: string | null };

/** A desk: a rail of links on the left (a bar on a phone), the account at its end, and the work beside it. */
export function DeskShell({ label, home, links, children }: { label: string; home: string; links: readonly RailLink[]; children: ReactNode }) {
  const pathname = usePathname();
  return (
    <div className={styles.desk}>
      <nav className={styles.rail} aria-label={label}>
        <Link href={home} className={styles.logo}><Logo height={25} /></Link>
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
