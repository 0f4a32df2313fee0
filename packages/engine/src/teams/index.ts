export * from "./team-score";
export * from "./team-sizes";
