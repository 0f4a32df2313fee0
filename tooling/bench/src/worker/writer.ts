import { createHash, randomUUID } from "node:crypto";
import { createDatabase, type Database } from "@quickfire/db";
import { type AuditRow, noLogRows, writeLogRows } from "@quickfire/db/log";
import { migrate } from "@quickfire/db/migrate";
import { auditEvents } from "@quickfire/db/schema";
import { gameIdSchema, participantIdSchema, questionIdSchema } from "@quickfire/engine";
import { eventUuidsOf } from "@quickfire/realtime";
import { serveCommands, sharedNow, usage } from "../shared/serve-commands";
import { microsBetween } from "../shared/statistics";

/** Stores rows of the audit in Postgres, in one of two ways. */
export type WriterName = "quickfire" | "drizzle";
type Write = (database: Database, batch: AuditRow[]) => Promise<unknown>;

const writes: Record<WriterName, Write> = {
  // As the worker does it.
  quickfire: ({ sql }, events) => writeLogRows(sql, { ...noLogRows(), events }),
  // As an ORM does it; it must not fail either where a row is there already.
  drizzle: ({ db }, events) => db.insert(auditEvents).values(events.map(({ at, ...row }) => ({ ...row, at: new Date(at) }))).onConflictDoNothing(),
};

const eventsPerEntry = 400;
const gameId = gameIdSchema.parse(randomUUID());
const [questionId, participants] = [questionIdSchema.parse(randomUUID()), Array.from({ length: 500 }, () => participantIdSchema.parse(randomUUID()))];

/** An answer as the log has it: 400 of them an entry, with the ids that they would have. */
function makeRow(number: number, epoch: string): AuditRow {
  const letters = createHash("md5").update(`${epoch} ${number}`).digest("hex").slice(0, 8);
  const [logNumber, index] = [Math.floor(number / eventsPerEntry) + 1, number % eventsPerEntry];
  const participantId = participants[number % participants.length] ?? null;
  return {
    eventId: eventUuidsOf({ gameId, epoch, logNumber })(index),
    gameId, epoch, seq: logNumber, index, type: "ANSWER_SUBMITTED", participantId, userId: null, questionId, oldScore: 1_000, newScore: 1_871,
    action: "answer", ip: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36",
    at: 1_790_000_000_000 + number,
    payload: { round: 3, receivedAt: 1_790_000_000_000 + number, submission: { questionId, selectedOption: 2, answeredAt: "2026-11-21T10:00:00.000Z" }, answer: [letters], correct: true, points: 871, timeMs: 2_580, streak: 2 },
  };
}

let database: Database | null = null;

export type WriterCommands = typeof commands;
const commands = serveCommands({
  connect: async ({ url, connections }: { url: string; connections: number }) => {
    await migrate(url);
    database = createDatabase(url, { maxConnections: connections });
  },
  /** Writes into an empty table, over several connections at once; answers how long it took, and how many rows are there then. */
  write: async ({ as, rows, batch, connections }: { as: WriterName; rows: number; batch: number; connections: number }) => {
    if (!database) throw new Error("not connected");
    const current = database;
    await current.sql`truncate audit_events`;
    const epoch = randomUUID();
    const all = Array.from({ length: rows }, (_, number) => makeRow(number, epoch));
    const before = usage();
    const startedAt = sharedNow();
    let next = 0;
    const lane = async () => {
      while (next < rows) {
        const from = next;
        next += batch;
        await writes[as](current, all.slice(from, from + batch));
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
    const elapsedMs = sharedNow() - startedAt;
    const cpuMicros = microsBetween(before, usage());
    const [found] = await current.sql<{ count: number }[]>`select count(*)::int as count from audit_events`;
    return { elapsedMs, cpuMicros, stored: found?.count ?? 0 };
  },
});
