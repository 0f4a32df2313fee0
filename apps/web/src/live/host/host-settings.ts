import type { GameSettings } from "@quickfire/engine";
import type { Overview } from "../stage/use-overview";

/** What the desk has to know of a game beside what it hears: mostly what decides which step comes next. */
export type HostSettings = { pace: GameSettings["pace"]; /** Standings come after each reveal. */ boardBetween: boolean; /** The game had locked itself when this page was opened. */ floodedBefore: boolean };

/** Until the settings are known, the usual ones: the server refuses whatever does not apply. */
export const hostSettingsOf = (overview: Overview | null): HostSettings => ({
  pace: overview?.settings.pace ?? "manual",
  boardBetween: overview === null || overview.settings.leaderboard === "live" || overview.settings.leaderboard === "reveal",
  floodedBefore: overview !== null && overview.locked && overview.flood !== null,
});
