import type { ReactNode } from "react";
import styles from "./Tick.module.css";
import { classNames } from "./class-names";

/** A check box with its words. */
export function Tick({ checked, onChange, className, children }: { checked: boolean; onChange: (checked: boolean) => void; className?: string; children: ReactNode }) {
  return (
    <label className={classNames(styles.tick, className)}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
