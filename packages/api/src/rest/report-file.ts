import type { ReportRow } from "@quickfire/db";
import type { GameId } from "@quickfire/engine";
import { csvOf, csvRows } from "./csv";
import { streamOf } from "./stream-of";
import { writeXlsx, xlsxMediaType } from "./xlsx/write-xlsx";

export const reportMediaTypes = { csv: "text/csv", xlsx: xlsxMediaType } as const;
export type ReportFormat = keyof typeof reportMediaTypes;

export const isReportFormat = (text: string): text is ReportFormat => Object.hasOwn(reportMediaTypes, text);

const columns = [
  { name: "participantId", width: 38 },
  { name: "name", width: 24 },
  { name: "round", width: 8 },
  { name: "questionId", width: 38 },
  { name: "question", width: 48 },
  { name: "answer", width: 32 },
  { name: "right", width: 8 },
  { name: "points", width: 8 },
  { name: "timeMs", width: 10 },
  { name: "at", width: 26 },
] as const;
const header = columns.map(({ name }) => name);

const valuesOf = (rows: readonly ReportRow[]) => rows.map((row) => header.map((name) => row[name]));

type ReportFile = { format: ReportFormat; gameId: GameId; batches: AsyncIterable<readonly ReportRow[]> };

/** The report as a file that is written while it is sent: a stadium's takes no more memory than a class's. */
export function reportFileOf({ format, gameId, batches }: ReportFile) {
  const bytes = format === "csv" ? writeCsv(batches) : writeXlsx({ sheet: "Answers", columns, batches: mapBatches(batches) });
  return {
    body: streamOf(bytes),
    headers: {
      "content-type": format === "csv" ? `${reportMediaTypes.csv}; charset=utf-8` : reportMediaTypes.xlsx,
      "content-disposition": `attachment; filename="report-${gameId}.${format}"`,
    },
  };
}

async function* writeCsv(batches: ReportFile["batches"]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvOf(header, []));
  for await (const rows of batches) yield encoder.encode(csvRows(valuesOf(rows)));
}

async function* mapBatches(batches: ReportFile["batches"]) {
  for await (const rows of batches) yield valuesOf(rows);
}
