import type { BoardEvent, BoardScope } from "./board-event";

/** What a tab tells the worker: the board that it shows now, or none. */
export type TabMessage = { wants: BoardScope | null };

/** What a tab hears. */
export type BoardMessage = { event: BoardEvent } | { connected: boolean };
