import { ok } from "@quickfire/engine";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import type { AuditEvent, AuditFilter, AuditRepository } from "./audit-repository.types";
import { findDecisions } from "./find-decisions";
import { findGameEvents } from "./find-game-events";
import { findPoints } from "./find-points";
import type { Position } from "./walk-back";

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const batchSize = 1_000;
const parts = { item: (event: AuditEvent) => event, position: ({ at, eventId }: AuditEvent): Position => [at, eventId] };

export function createAuditRepository(database: Database): AuditRepository {
  const { sql } = database;

  function find(filter: AuditFilter, after: Position | null, limit: number): Promise<AuditEvent[]> {
    const { topic } = filter;
    switch (topic) {
      case "points":
        return findPoints(sql, filter, { after, limit });
      case "decisions":
        return findDecisions(sql, filter, { after, limit });
      default:
        return findGameEvents(sql, { ...filter, topic }, { after, limit });
    }
  }

  return defineRepository<AuditRepository>(database, "audit", {
    async search({ cursor, limit, ...filter }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      return ok(pageOf(await find(filter, after.value, size + 1), size, parts));
    },

    async batches({ filter, after }) {
      const position = decodeCursor(after ?? undefined, positionSchema);
      if (!position.ok) return { events: [], next: null };
      const page = pageOf(await find(filter, position.value, batchSize + 1), batchSize, parts);
      return { events: page.items, next: page.nextCursor };
    },
  });
}
