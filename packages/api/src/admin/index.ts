export { gameRouter } from "./game";
export { quizRouter } from "./quiz";
