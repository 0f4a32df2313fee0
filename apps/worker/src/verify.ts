import { createDatabase } from "@quickfire/db";
import { verifyGame } from "@quickfire/db/verification";
import { gameIdSchema } from "@quickfire/engine";
import { runOnce } from "./run-once";
import { describeVerification } from "./verification/describe-verification";

/** Ends with 0 where the board follows from the log and the log from its seal, else with 1, and says on stdout what it found. */
await runOnce("verify", async ({ env }) => {
  const gameId = gameIdSchema.safeParse(process.argv[2]);
  if (!gameId.success) throw new Error("name a game by its id: npm run verify -- <game id>");
  const database = createDatabase(env.DATABASE_URL, { maxConnections: 1, applicationName: "quickfire verify" });
  try {
    const verification = await verifyGame(database.sql, gameId.data);
    if (!verification) throw new Error(`there is no game ${gameId.data}`);
    process.stdout.write(describeVerification(verification).map((line) => `${line}\n`).join(""));
    if (verification.outcome !== "agree") process.exitCode = 1;
  } finally {
    await database.close();
  }
});
