import type { ReactNode } from "react";
import { Logo } from "@/ui/Logo";
import { PageFooter } from "@/ui/PageFooter";
import { classNames } from "@/ui/class-names";
import { CodeCard } from "./CodeCard";
import styles from "./AccountPage.module.css";

/** Paper on the left for authors, the board on the right for players. */
export function AccountPage({ title, text, form, other }: { title: string; text?: string; form: ReactNode; other?: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.paper}>
        <main id="main" className={styles.main}>
          <div className={styles.logo}><Logo height={34} /></div>
          <h1>{title}</h1>
          {text ? <p className={styles.text}>{text}</p> : null}
          {form}
          {other ? <p className={styles.other}>{other}</p> : null}
        </main>
        <PageFooter />
      </div>
      <aside className={classNames("stage", styles.board)}>
        <svg className={styles.mark} viewBox="0 0 103 249" aria-hidden>
          <path fill="currentColor" d="M8 91h49v158H8z" />
          <path fill="var(--qf-flare)" d="M29 0h74L74 66H0z" />
        </svg>
        <div className={styles.play}><CodeCard /></div>
      </aside>
    </div>
  );
}
