export * from "./earlier-result";
export * from "./instant";
export * from "./phase-view";
export * from "./question-views";
export * from "./snapshot-view";
