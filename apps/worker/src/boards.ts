import { createBoardRepository, createDatabase } from "@quickfire/db";
import { boardName } from "@quickfire/engine";
import { connectRedis, createBoardStore } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { readWorkerEnv } from "./env";
import { runProcess } from "./run-process";
import { rebuildBoards } from "./scores/rebuild-boards";

const usage = "say what to do with the boards: rebuild makes all of them again from Postgres";

/** What an operator may do with the long-term boards by hand. The product may run meanwhile. */
await runProcess("boards", async () => {
  const [command, ...more] = process.argv.slice(2);
  if (command !== "rebuild" || more.length > 0) throw new Error(usage);
  const env = readWorkerEnv();
  const logger = createLogger({ service: "boards", level: env.LOG_LEVEL });
  const database = createDatabase(env.DATABASE_URL, { maxConnections: 2, applicationName: "quickfire boards" });
  const redis = await connectRedis(env.REDIS_URL);
  const rebuilding = { boards: createBoardRepository(database), store: createBoardStore({ redis }), metrics: createMetrics({ service: "boards", nodeDefaults: false }), logger };
  const rebuilt = await rebuildBoards(rebuilding, { now: Date.now(), onlyLost: false });
  redis.disconnect();
  await database.close();
  process.stdout.write(`${rebuilt.length} boards were made again: ${rebuilt.map(({ board }) => boardName(board)).join(", ")}\n`);
});
