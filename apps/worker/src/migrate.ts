import { migrate } from "@quickfire/db/migrate";
import { runOnce } from "./run-once";

await runOnce("migrate", async ({ env, logger }) => {
  await migrate(env.DATABASE_URL);
  logger.info("the database schema is up to date");
});
