export * from "./assignment-settings";
export * from "./attempt";
export * from "./attempt-at-once";
export * from "./attempt-moves";
export * from "./attempt-views";
export * from "./improvement";
export * from "./mistakes";
export * from "./progress";
