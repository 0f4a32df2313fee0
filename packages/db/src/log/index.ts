export { type DeadLetter, writeDeadLetter } from "./dead-letters";
export * from "./log-rows";
export { type Verification, verifyGames } from "./verify-games";
export { writeLogRows } from "./write-log-rows";
