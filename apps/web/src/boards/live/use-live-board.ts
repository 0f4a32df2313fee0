import { useEffect, useRef, useState } from "react";
import { type BoardEvent, type BoardScope, scopeOf } from "./board-event";
import { type BoardLink, openBoardLink } from "./open-board-link";

/** What was last told of the board that is shown, and whether its connection stands; null before anything was told. */
export function useLiveBoard(scope: BoardScope, follows: boolean): { event: BoardEvent | null; connected: boolean } {
  const [event, setEvent] = useState<BoardEvent | null>(null);
  const [connected, setConnected] = useState(false);
  const link = useRef<BoardLink | null>(null);

  useEffect(() => {
    const opened = openBoardLink((message) => {
      if ("event" in message) setEvent(message.event);
      else setConnected(message.connected);
    });
    link.current = opened;
    return () => {
      link.current = null;
      opened.close();
    };
  }, []);
  useEffect(() => link.current?.want(follows ? scope : null), [scope, follows]);

  return { event: event && scopeOf(event) === scope ? event : null, connected };
}
