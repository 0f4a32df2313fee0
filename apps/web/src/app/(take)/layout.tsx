import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { ApiProvider } from "@/trpc/ApiProvider";

export default function TakeLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["common", "player", "stage", "selfPaced", "learn"]}>
      <ApiProvider>{children}</ApiProvider>
    </AreaMessages>
  );
}
