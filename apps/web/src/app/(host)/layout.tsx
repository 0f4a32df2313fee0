import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { OfflinePage } from "@/shell/OfflinePage";

export default function HostLayout({ children }: { children: ReactNode }) {
  return <AreaMessages areas={["common", "host", "stage", "player"]}>{children}<OfflinePage /></AreaMessages>;
}
