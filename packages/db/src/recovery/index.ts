export * from "./game-history";
export * from "./known-games";
export * from "./rebuilt-games";
export * from "./shard-leases";
