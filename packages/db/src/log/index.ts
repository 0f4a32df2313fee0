export { type DeadLetter, writeDeadLetter } from "./dead-letters";
export { endedAmong, unverifiedGames } from "./ended-games";
export * from "./log-rows";
export { readOvertaken } from "./overtaken-games";
export { writeLogRows } from "./write-log-rows";
