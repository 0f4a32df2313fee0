import type { ReactNode } from "react";
import styles from "./PageState.module.css";

/** What happened, what is safe, what to do. */
export function ErrorState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{title}</p>
      {text ? <p className={styles.text}>{text}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
