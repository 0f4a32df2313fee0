import type { ReactNode } from "react";

/** For the `<b>` of a message. */
export const strong = (text: ReactNode): ReactNode => <b>{text}</b>;
