import type { Fragment, Sql } from "postgres";
import { searchPatterns } from "../quizzes/search-pattern";
import type { AuditFilter } from "./audit-repository.types";

/** From where: an address as it is, and words of what the browser calls itself. */
export const originIs = (sql: Sql, { address, agent }: Pick<AuditFilter, "address" | "agent">): Fragment => sql`
  ${address === undefined ? sql`` : sql`and ip = ${address}`}
  ${agent === undefined ? sql`` : sql`and user_agent ilike all(${searchPatterns(agent)}::text[])`}`;
