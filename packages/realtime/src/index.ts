export type * from "./event-hub.types";
export type * from "./game-store.types";
export * from "./log/log-event";
