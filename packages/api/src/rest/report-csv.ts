import type { ReportRow } from "@quickfire/db";
import { csvOf } from "./csv";

const columns = ["participantId", "name", "round", "questionId", "question", "answer", "right", "points", "timeMs", "at"] as const;

export function reportCsv(rows: readonly ReportRow[]): string {
  return csvOf(columns, rows.map((row) => columns.map((column) => row[column])));
}
