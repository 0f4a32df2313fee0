export { gameRouter } from "./game";
export { quizRouter } from "./quiz";
export { userRouter } from "./users";
