import type { SessionId, UserId } from "@quickfire/engine";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "../database";
import { sessions } from "../schema/sessions";

/** Ends the sessions of an account, programs' included, but for the one that is kept. */
export async function endSessions(writer: Pick<Database["db"], "update">, ending: { userId: UserId; at: Date; keep?: SessionId }): Promise<void> {
  const { userId, at, keep } = ending;
  await writer
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), keep ? ne(sessions.id, keep) : undefined));
}
