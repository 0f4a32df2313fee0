export type { ChainedEvent } from "./audit-chain";
export type { Difference } from "./compare-board";
export { unsealedGames } from "./unsealed-games";
export { type Sealed, sealGame, sealLateEvents } from "./seal-game";
export { type SealState, type Verification, verifyGame } from "./verify-game";
