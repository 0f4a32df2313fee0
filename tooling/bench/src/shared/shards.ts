/** As many groups of games as a Redis has unless told otherwise. */
export const shards = 16;
