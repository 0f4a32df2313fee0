"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { routes } from "@/routes";
import { ToastProvider } from "@/ui/Toasts";
import { createApiClient, trpc } from "./client";
import { createQueryClient } from "./query-client";

/** The api, its cache and toasts, for the pages of authors and hosts. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [queryClient] = useState(() =>
    createQueryClient({ onSignedOut: () => router.replace(routes.signInFor(window.location.pathname + window.location.search)) }));
  const [apiClient] = useState(createApiClient);
  return (
    <trpc.Provider client={apiClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>{children}</ToastProvider>
      </QueryClientProvider>
    </trpc.Provider>
  );
}
