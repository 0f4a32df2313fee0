import type { BoardScope } from "./board-event";
import type { BoardMessage, TabMessage } from "./board-messages";
import { createBrowserConnection } from "./browser-connection";
import { shareConnection } from "./share-connection";

export type BoardLink = { want: (scope: BoardScope | null) => void; close: () => void };

/** This tab's part in the one connection of the browser; where there are no shared workers, a connection of its own. */
export function openBoardLink(onMessage: (message: BoardMessage) => void): BoardLink {
  const { send, end } = "SharedWorker" in globalThis ? throughWorker(onMessage) : alone(onMessage);
  let wanted: BoardScope | null = null;
  // A worker is not told that a tab has gone; one that comes back out of the browser's memory goes on.
  const leave = () => send(null);
  const comeBack = () => send(wanted);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  return {
    want(scope) {
      wanted = scope;
      send(scope);
    },
    close() {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
      send(null);
      end();
    },
  };
}

type Way = { send: (scope: BoardScope | null) => void; end: () => void };

function throughWorker(onMessage: (message: BoardMessage) => void): Way {
  const { port } = new SharedWorker(new URL("./board-worker.ts", import.meta.url), { type: "module", name: "quickfire-boards" });
  port.addEventListener("message", ({ data }: MessageEvent<BoardMessage>) => onMessage(data));
  port.start();
  return { send: (wants) => port.postMessage({ wants } satisfies TabMessage), end: () => port.close() };
}

function alone(onMessage: (message: BoardMessage) => void): Way {
  const shared = shareConnection(createBrowserConnection);
  return { send: (scope) => shared.want(onMessage, scope), end: () => undefined };
}
