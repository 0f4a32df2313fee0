export { erasedOnBoards, forgetErasedPlayers, forgottenOnBoards } from "./forget-erased";
export { forgetGuests, forgetHomeworkGuests } from "./forget-guests";
export { forgetOrigins, forgetOriginsOfChanges } from "./forget-origins";
export { forgetDeadLetters, forgetSpent } from "./forget-spent";
