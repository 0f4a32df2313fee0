import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import styles from "./Button.module.css";
import { classNames } from "./class-names";

/** `live` starts or advances a game: one a screen at most. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "live" | "danger";
/** Desk 40 px, compact 34 px, phone 48 px, wide 60 px and as wide as its place. */
export type ButtonSize = "desk" | "compact" | "phone" | "wide";
type Looks = { look?: ButtonLook; size?: ButtonSize; icon?: ReactNode; /** Only the icon shows; the children are its name. */ iconOnly?: boolean };

function buttonClass({ look = "secondary", size = "desk", iconOnly = false }: Looks, className?: string): string {
  return classNames(styles.button, styles[look], styles[size], iconOnly && styles.iconOnly, className);
}

function ButtonFace({ icon, iconOnly, children }: Pick<Looks, "icon" | "iconOnly"> & { children?: ReactNode }) {
  return (
    <>
      {icon}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </>
  );
}

export function Button({ look, size, icon, iconOnly, className, children, type = "button", ...rest }: Looks & ComponentProps<"button">) {
  return (
    <button type={type} className={buttonClass({ look, size, iconOnly }, className)} {...rest}>
      <ButtonFace icon={icon} iconOnly={iconOnly}>{children}</ButtonFace>
    </button>
  );
}

export function LinkButton({ look, size, icon, iconOnly, className, children, ...rest }: Looks & ComponentProps<typeof Link>) {
  return (
    <Link className={buttonClass({ look, size, iconOnly }, className)} {...rest}>
      <ButtonFace icon={icon} iconOnly={iconOnly}>{children}</ButtonFace>
    </Link>
  );
}
