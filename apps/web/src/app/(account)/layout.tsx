import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { ApiProvider } from "@/trpc/ApiProvider";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["common", "auth"]}>
      <ApiProvider>{children}</ApiProvider>
    </AreaMessages>
  );
}
