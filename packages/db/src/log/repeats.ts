import type { ISql } from "postgres";

/**
 * What becomes of a row that is stored already. Leaving it out has Postgres look into the key's index first, and mark each row as
 * tentative and then as valid, which is a fifth of its work; refusing the whole batch costs nothing until it happens.
 */
export type Repeats = "refused" | "left out";

export const repeatsClause = (sql: ISql, repeats: Repeats) => (repeats === "refused" ? sql`` : sql`on conflict do nothing`);
