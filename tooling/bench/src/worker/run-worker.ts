import { z } from "zod";
import { type BenchContext, type Program, startProgram } from "../shared/program";
import { type BenchReport, inDigits, inRange } from "../shared/report";
import { alternate, roundedSpread, rounded, median } from "../shared/statistics";
import { startPostgres } from "../shared/storage";
import type { WriterCommands, WriterName } from "./writer";

export const workerOptions = z.object({ batch: z.int(), rows: z.int(), connections: z.int(), rounds: z.int() });

type Round = { rowsPerSecond: number; cpuMicrosPerRow: number; stored: number };
type Variant = { name: WriterName; label: string; writer: Program<WriterCommands>; rounds: Round[] };

const labels: Record<WriterName, string> = { quickfire: "Quickfire (unnest of arrays)", drizzle: "drizzle insert().values([])" };

/** How many rows of the audit a worker can store in a second. */
export async function runWorker(context: BenchContext, options: z.infer<typeof workerOptions>): Promise<BenchReport> {
  const { rows, rounds, batch, connections } = options;
  const url = await startPostgres(context);
  const variants: Variant[] = [];
  for (const name of ["quickfire", "drizzle"] as const) {
    const writer = startProgram<WriterCommands>(context, "worker/writer.mjs");
    await writer.ask("connect", { url, connections });
    await writer.ask("write", { as: name, rows: Math.min(rows, 10 * batch), batch, connections });
    variants.push({ name, label: labels[name], writer, rounds: [] });
  }
  for (const [index, turn] of alternate(variants, rounds).entries()) {
    context.say(`round ${index + 1} of ${rounds}`);
    for (const { name, writer, rounds } of turn) {
      const { elapsedMs, cpuMicros, stored } = await writer.ask("write", { as: name, rows, batch, connections });
      rounds.push({ rowsPerSecond: rows / (elapsedMs / 1_000), cpuMicrosPerRow: cpuMicros / rows, stored });
    }
  }
  await Promise.all(variants.map(({ writer }) => writer.stop()));

  const figures = Object.fromEntries(variants.map((variant) => [variant.name, figuresOf(variant)]));
  const perSecond = (name: WriterName) => figures[name]?.rowsPerSecond.median ?? Number.NaN;
  return {
    bench: "worker",
    options,
    table: [["", "rows a second", "client CPU µs a row"], ...Object.values(figures).map(({ label, rowsPerSecond, cpuMicrosPerRow }) => [label, inRange(rowsPerSecond, 0), inDigits(cpuMicrosPerRow)])],
    variants: figures,
    ratios: { insertQuickfireOverDrizzleValues: rounded(perSecond("quickfire") / perSecond("drizzle")) },
    notes: [`Rows of audit_events with all its indexes, ${batch} an insert, over ${connections} connections, committed to the disk; both leave out what is there already.`],
    lost: variants.flatMap(({ label, rounds }) => rounds.filter(({ stored }) => stored !== rows).map(({ stored }) => `${label}: ${stored} of ${rows} rows are stored`)),
  };
}

function figuresOf({ label, rounds }: Variant) {
  return {
    label,
    rowsPerSecond: roundedSpread(rounds.map(({ rowsPerSecond }) => rowsPerSecond)),
    cpuMicrosPerRow: rounded(median(rounds.map(({ cpuMicrosPerRow }) => cpuMicrosPerRow))),
  };
}
