import type { ReactNode } from "react";
import styles from "./Button.module.css";
import { classNames } from "./class-names";

/** `live` starts or advances a game: one a screen at most. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "live" | "danger";
/** Desk 40 px, compact 34 px, phone 48 px, wide 60 px and as wide as its place. */
export type ButtonSize = "desk" | "compact" | "phone" | "wide";
export type ButtonLooks = { look?: ButtonLook; size?: ButtonSize; icon?: ReactNode; /** Only the icon shows; the children are its name. */ iconOnly?: boolean };

export function buttonClass({ look = "secondary", size = "desk", iconOnly = false }: ButtonLooks, className?: string): string {
  return classNames(styles.button, styles[look], styles[size], iconOnly && styles.iconOnly, className);
}

export function ButtonFace({ icon, iconOnly, children }: Pick<ButtonLooks, "icon" | "iconOnly"> & { children?: ReactNode }) {
  return (
    <>
      {icon}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </>
  );
}
