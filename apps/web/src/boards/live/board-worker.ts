/// <reference lib="webworker" />
import { createBrowserConnection } from "./browser-connection";
import type { BoardMessage, TabMessage } from "./board-messages";
import { shareConnection } from "./share-connection";

declare const self: SharedWorkerGlobalScope;

/** Runs once for all tabs of a browser. A browser that speaks HTTP/1.1 has six connections for a site: this takes one of them. */
const shared = shareConnection(createBrowserConnection);

self.addEventListener("connect", ({ ports: [port] }) => {
  if (!port) return;
  const tell = (message: BoardMessage) => port.postMessage(message);
  port.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => shared.want(tell, data.wants));
  port.start();
});
