/** A big class twice over: more says nothing more about a rehearsal. */
export const mostBots = 100;
