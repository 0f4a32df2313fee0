import type { ReactNode } from "react";
import styles from "./Tag.module.css";
import { classNames } from "./class-names";

export type TagTone = "plain" | "ok" | "bad" | "warn" | "info" | "live" | "level";

export function Tag({ tone = "plain", icon, children }: { tone?: TagTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      {icon}
      {children}
    </span>
  );
}
