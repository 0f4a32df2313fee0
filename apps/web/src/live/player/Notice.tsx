import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./Notice.module.css";

/** A page with one thing to say: what happened, what is safe, what to do. */
export function Notice({ icon, tone = "plain", title, children, actions, foot }: { icon: ReactNode; tone?: "plain" | "warn"; title: string; children?: ReactNode; actions?: ReactNode; foot?: ReactNode }) {
  return (
    <div className={styles.page}>
      <span className={classNames(styles.icon, tone === "warn" && styles.warn)}>{icon}</span>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>{actions}</div>
      {foot ? <p className={styles.foot}>{foot}</p> : null}
    </div>
  );
}
