export * from "./discrimination";
export * from "./race";
