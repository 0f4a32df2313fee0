import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";

export default function PlayLayout({ children }: { children: ReactNode }) {
  return <AreaMessages areas={["common", "player", "stage"]}>{children}</AreaMessages>;
}
