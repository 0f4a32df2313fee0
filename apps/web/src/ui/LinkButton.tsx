import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClass, ButtonFace, type ButtonLooks } from "./button-looks";

/** Leads to another page and looks like a button. */
export function LinkButton({ look, size, icon, iconOnly, className, children, ...rest }: ButtonLooks & ComponentProps<typeof Link>) {
  return (
    <Link className={buttonClass({ look, size, iconOnly }, className)} {...rest}>
      <ButtonFace icon={icon} iconOnly={iconOnly}>{children}</ButtonFace>
    </Link>
  );
}
