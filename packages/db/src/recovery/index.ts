export * from "./game-history";
export * from "./known-games";
export * from "./late-events";
export * from "./rebuilt-games";
export * from "./shard-leases";
