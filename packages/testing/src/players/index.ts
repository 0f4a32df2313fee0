export type * from "./given-answer";
export * from "./habits";
export * from "./plain-wire";
export * from "./player";
export * from "./rest-client";
export * from "./shown-game";
export * from "./ticket";
export * from "./trpc-wire";
export type * from "./wire.types";
