/** What a player does about a fault; an honest one does all of it. Negative controls leave something out. */
export type PlayerHabits = {
  /** Sends an answer again until it is known what became of it. */
  retries: boolean;
  /** Comes back after a break. */
  reconnects: boolean;
  /** Comes back as the same participant; without, a new one is made by joining again. */
  keepsIdentity: boolean;
  /** Learns what it missed: asks for what came after the last event that it saw, and takes what a snapshot says. */
  catchesUp: boolean;
};
export const honest: PlayerHabits = { retries: true, reconnects: true, keepsIdentity: true, catchesUp: true };
