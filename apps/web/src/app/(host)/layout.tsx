import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";

export default function HostLayout({ children }: { children: ReactNode }) {
  return <AreaMessages areas={["common", "host", "stage", "player"]}>{children}</AreaMessages>;
}
