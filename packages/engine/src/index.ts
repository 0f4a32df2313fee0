export * from "./game-state";
export * from "./ids";
export * from "./messages";
export * from "./participant";
export * from "./question-types/question-type";
export * from "./result";
export * from "./settings";
