import type { ReactNode } from "react";
import { Logo } from "./Logo";
import styles from "./PlainPage.module.css";

/** A page with one message and nothing else: not found, stopped working. */
export function PlainPage({ title, text, actions }: { title: string; text: ReactNode; actions: ReactNode }) {
  return (
    <main id="main" className={styles.page}>
      <Logo height={28} />
      <h1>{title}</h1>
      <p className="secondary">{text}</p>
      <div className={styles.actions}>{actions}</div>
    </main>
  );
}
