import type { ReportRow, ReportRows } from "@quickfire/db";
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
/** Behind all others, so that whoever counts columns finds what they know. */
const teamColumn = { name: "team", width: 8 } as const;

type Column = (typeof columns)[number] | typeof teamColumn;

const valuesOf = (rows: readonly ReportRow[], shown: readonly Column[]) => rows.map((row) => shown.map(({ name }) => row[name]));

type ReportFile = ReportRows & { format: ReportFormat; gameId: GameId };

/** The report as a file that is written while it is sent: a stadium's takes no more memory than a class's. */
export function reportFileOf({ format, gameId, hasTeams, batches }: ReportFile) {
  const shown = hasTeams ? [...columns, teamColumn] : columns;
  const bytes = format === "csv" ? writeCsv(shown, batches) : writeXlsx({ sheet: "Answers", columns: shown, batches: mapBatches(shown, batches) });
  return {
    body: streamOf(bytes),
    headers: {
      "content-type": format === "csv" ? `${reportMediaTypes.csv}; charset=utf-8` : reportMediaTypes.xlsx,
      "content-disposition": `attachment; filename="report-${gameId}.${format}"`,
    },
  };
}

async function* writeCsv(shown: readonly Column[], batches: ReportFile["batches"]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvOf(shown.map(({ name }) => name), []));
  for await (const rows of batches) yield encoder.encode(csvRows(valuesOf(rows, shown)));
}

async function* mapBatches(shown: readonly Column[], batches: ReportFile["batches"]) {
  for await (const rows of batches) yield valuesOf(rows, shown);
}
