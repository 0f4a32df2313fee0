import type { ComponentProps } from "react";
import { buttonClass, ButtonFace, type ButtonLooks } from "./button-looks";

export { LinkButton } from "./LinkButton";

export function Button({ look, size, icon, iconOnly, className, children, type = "button", ...rest }: ButtonLooks & ComponentProps<"button">) {
  return (
    <button type={type} className={buttonClass({ look, size, iconOnly }, className)} {...rest}>
      <ButtonFace icon={icon} iconOnly={iconOnly}>{children}</ButtonFace>
    </button>
  );
}
