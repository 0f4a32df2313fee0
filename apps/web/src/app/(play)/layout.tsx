import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { OfflinePage } from "@/shell/OfflinePage";

export default function PlayLayout({ children }: { children: ReactNode }) {
  return <AreaMessages areas={["common", "player", "stage"]}>{children}<OfflinePage /></AreaMessages>;
}
