export type * from "./games/game-repository.types";
export type { Page, PageRequest } from "./paging";
export type * from "./quizzes/quiz-repository.types";
export type * from "./reports/report-repository.types";
export type * from "./users/refresh-token-repository.types";
export { type Account, type NewAccount, type Role, roles, type UserRepository } from "./users/user-repository.types";
