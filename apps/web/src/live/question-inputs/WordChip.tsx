import type { ComponentProps } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./words.module.css";

/** A word to be tapped or dragged; `used` leaves its place behind. */
export function WordChip({ look = "free", className, children, ...button }: { look?: "free" | "used" | "placed" } & ComponentProps<"button">) {
  return <button type="button" className={classNames(styles.chip, styles[look], className)} {...button}>{children}</button>;
}
