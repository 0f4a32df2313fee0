import type { LogDelivery } from "@quickfire/realtime";
import type { Tracing } from "@quickfire/telemetry";

/** The commit that brought a reading of the log into Postgres, in the trace of each answer that it held. */
export function traceStored(tracing: Tracing, deliveries: readonly LogDelivery[], { startedAt, endedAt }: { startedAt: number; endedAt: number }): void {
  const events = deliveries.flatMap((delivery) => ("entry" in delivery ? delivery.entry.events : []));
  const roots = events.flatMap((event) => {
    if (event.type !== "ANSWER_SUBMITTED") return [];
    const { gameId, participantId, submission } = event;
    return tracing.rootOf({ gameId, participantId, ...submission }) ?? [];
  });
  const attributes = { "db.system.name": "postgresql", "db.operation.name": "INSERT", "db.operation.batch.size": events.length };
  tracing.recordShared(roots, { name: "postgres store log", startedAt, endedAt, attributes });
}
