import type { AuditEvent } from "@quickfire/db";
import { csvOf, csvRows } from "./csv";

const columns = ["at", "type", "action", "gameId", "title", "round", "participantId", "name", "userId", "userName", "oldScore", "newScore", "by", "details", "ip", "userAgent", "eventId"] as const;

/** The first line of the file; the rows follow batch by batch. */
export const auditCsvHead = csvOf(columns, []);

export const auditCsv = (events: readonly AuditEvent[]): string => csvRows(events.map((event) => columns.map((column) => inWords(event[column]))));

const inWords = (value: AuditEvent[(typeof columns)[number]]) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value);
