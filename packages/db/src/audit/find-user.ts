import { type UserId, userIdSchema } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Whom an admin means by an id or an e-mail address. */
export async function findUser(sql: Sql, user: string): Promise<UserId | null> {
  const byId = userIdSchema.safeParse(user.trim());
  if (byId.success) return byId.data;
  const [row] = await sql<{ id: UserId }[]>`select id from users where email = ${user.trim().normalize("NFC").toLowerCase()}`;
  return row?.id ?? null;
}
