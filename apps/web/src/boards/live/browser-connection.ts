import { z } from "zod";
import { type BoardConnectionParts, createBoardConnection } from "./board-connection";

const tokenSchema = z.object({ result: z.object({ data: z.object({ token: z.string() }) }) });

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("stopped", "AbortError"));
    });
  });
}

/** The connection with what a browser has for it, in a page and in a worker alike. */
export function createBrowserConnection(told: Pick<BoardConnectionParts, "onEvent" | "onConnected">) {
  return createBoardConnection({
    ...told,
    pause,
    random: Math.random,
    openStream: (url, init) => fetch(url, { ...init, cache: "no-store" }),
    async readToken() {
      const reply = await fetch("/api/trpc/boards.streamToken", { credentials: "same-origin" });
      return tokenSchema.parse(await reply.json()).result.data.token;
    },
  });
}
