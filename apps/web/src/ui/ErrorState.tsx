import type { ReactNode } from "react";
import styles from "./PageState.module.css";

/** What happened, what is safe, what to do. Under a page's title it is a part of the page; alone it is the page, and its title the page's. */
export function ErrorState({ title, text, action, alone = false }: { title: string; text?: ReactNode; action?: ReactNode; alone?: boolean }) {
  const Title = alone ? "h1" : "h2";
  return (
    <div className={styles.state} role="alert">
      <Title className={styles.title}>{title}</Title>
      {text ? <p className={styles.text}>{text}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
