export * from "./phase-view";
export * from "./question-views";
export * from "./instant";
