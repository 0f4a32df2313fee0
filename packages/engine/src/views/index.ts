export * from "./instant";
export * from "./participant-view";
export * from "./phase-view";
export * from "./question-views";
export * from "./snapshot-view";
