import { edge } from "./edge.mjs";
import { errors } from "./errors.mjs";
import { games } from "./games.mjs";
import { log } from "./log.mjs";
import { postgres } from "./postgres.mjs";
import { redis } from "./redis.mjs";
import { scores } from "./scores.mjs";

/** @type {readonly import("./panels.mjs").Dashboard[]} */
export const dashboards = [games, edge, log, redis, postgres, errors, scores];
