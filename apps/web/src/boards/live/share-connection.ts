import type { BoardEvent } from "./board-event";
import { boardScopes, type BoardScope, scopeOf } from "./board-event";
import type { BoardConnection, BoardConnectionParts } from "./board-connection";
import type { BoardMessage } from "./board-messages";

/** One connection for several tabs: it follows what any of them shows, and tells each what it wants to know. */
export function shareConnection(open: (told: Pick<BoardConnectionParts, "onEvent" | "onConnected">) => BoardConnection) {
  const tabs = new Map<(message: BoardMessage) => void, BoardScope>();
  const newest = new Map<BoardScope, BoardEvent>();
  let connected = false;

  const connection = open({
    onEvent(event) {
      const scope = scopeOf(event);
      if (!scope) return;
      newest.set(scope, event);
      for (const [tell, wants] of tabs) if (wants === scope) tell({ event });
    },
    onConnected(now) {
      connected = now;
      for (const tell of tabs.keys()) tell({ connected });
    },
  });

  return {
    want(tell: (message: BoardMessage) => void, scope: BoardScope | null): void {
      if (scope === null) tabs.delete(tell);
      else tabs.set(tell, scope);
      const wanted = new Set(tabs.values());
      for (const known of newest.keys()) if (!wanted.has(known)) newest.delete(known);
      connection.want(boardScopes.filter((each) => wanted.has(each)));
      const known = scope === null ? undefined : newest.get(scope);
      if (known) tell({ event: known });
      tell({ connected });
    },
  };
}
