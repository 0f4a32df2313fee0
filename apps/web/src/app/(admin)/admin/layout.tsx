import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AreaMessages } from "@/i18n/AreaMessages";
import { routes } from "@/routes";
import { currentUser } from "@/server/current-user";
import { AdminShell } from "@/shell/AdminShell";
import { ApiProvider } from "@/trpc/ApiProvider";

/** To everybody but admins there is nothing here. What the pages show is guarded by the procedures behind them. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) redirect(routes.signInFor(routes.adminUsers));
  if (!user.roles.includes("admin")) notFound();
  return (
    <AreaMessages areas={["common", "admin", "review", "games"]}>
      <ApiProvider>
        <AdminShell>{children}</AdminShell>
      </ApiProvider>
    </AreaMessages>
  );
}
