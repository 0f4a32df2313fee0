import type { Page, WebSocketRoute } from "@playwright/test";

/**
 * A network that can be cut and mended under a page: open sockets die, and neither sockets nor requests get through until then.
 * (The browser's own offline switch leaves open sockets alone.)
 */
export async function breakableNetwork(page: Page): Promise<{ cut: () => Promise<void>; mend: () => Promise<void> }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/trpc/, (socket) => {
    if (isCut) {
      void socket.close({ code: 3001, reason: "cut" });
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut: async () => {
      isCut = true;
      await page.context().setOffline(true);
      for (const socket of open) await socket.close({ code: 3001, reason: "cut" });
      open.clear();
    },
    mend: async () => {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
}
