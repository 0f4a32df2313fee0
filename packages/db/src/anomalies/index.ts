export { gamesToExamine, noteExamined } from "./games-to-examine";
export { readWatchedGame } from "./read-watched-game";
export { type NewFlag, writeFindings } from "./write-findings";
