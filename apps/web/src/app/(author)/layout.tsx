import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { OfflinePage } from "@/shell/OfflinePage";
import { ApiProvider } from "@/trpc/ApiProvider";

/** Whoever is not signed in is sent to the sign-in by the first question to the api, and comes back here afterwards. */
export default function AuthorLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["common", "auth", "account", "library", "editor", "games", "report", "boards", "assignments", "learn", "player"]}>
      <ApiProvider>{children}</ApiProvider>
      <OfflinePage />
    </AreaMessages>
  );
}
