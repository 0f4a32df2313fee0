import { createDatabase } from "@quickfire/db";
import { seedDemo } from "@quickfire/db/seed-demo";
import { runOnce } from "./run-once";

await runOnce("seed", async ({ env, logger }) => {
  // Everyone knows the password of the demo accounts.
  if (env.NODE_ENV === "production" && !process.argv.includes("--demo")) {
    throw new Error("demo accounts have no place in production; run it with --demo if you want them all the same");
  }
  const database = createDatabase(env.DATABASE_URL, { maxConnections: 1, applicationName: "quickfire seed" });
  try {
    const summary = await seedDemo(database);
    logger.info(summary, "demo accounts and quizzes are there");
  } finally {
    await database.close();
  }
});
