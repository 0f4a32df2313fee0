import type { ReactNode } from "react";
import { currentUser } from "@/server/current-user";
import { AppShell } from "@/shell/AppShell";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return <AppShell roles={user?.roles ?? []}>{children}</AppShell>;
}
