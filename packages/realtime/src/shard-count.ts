import { z } from "zod";

const most = 1_024;
const problem = `has to be a whole number from 1 to ${most}`;

/** What `SHARDS` may say, for every process alike: they have to agree. Knows nothing of clients, so that whoever only checks it loads none. */
export const shardCountSchema = z.coerce.number(problem).int(problem).min(1, problem).max(most, problem).default(16);
