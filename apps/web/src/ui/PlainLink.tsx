import type { ComponentProps } from "react";
import { buttonClass, ButtonFace, type ButtonLooks } from "./button-looks";

/** Looks like a button and loads its page anew. For pages that have to be light: the router's own link weighs as much as half of them. */
export function PlainLink({ look, size, icon, iconOnly, className, children, ...rest }: ButtonLooks & ComponentProps<"a">) {
  return (
    <a className={buttonClass({ look, size, iconOnly }, className)} {...rest}>
      <ButtonFace icon={icon} iconOnly={iconOnly}>{children}</ButtonFace>
    </a>
  );
}
