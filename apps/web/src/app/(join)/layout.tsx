import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";

export default function JoinLayout({ children }: { children: ReactNode }) {
  return <AreaMessages areas={["common"]} parts={{ player: ["join"] }}>{children}</AreaMessages>;
}
