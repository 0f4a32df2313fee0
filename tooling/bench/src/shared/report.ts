import { cpus, totalmem } from "node:os";
import type { Spread } from "./statistics";

/** What a benchmark yields: a table for people, and for programs the variants by name with the ratios between them. */
export type BenchReport = {
  bench: string;
  options: Record<string, number>;
  /** The first row is the head, the first column says whose row it is. */
  table: readonly (readonly string[])[];
  variants: Record<string, object>;
  ratios: Record<string, number>;
  /** In whole sentences, under the table. */
  notes: readonly string[];
  /** What was sent and did not arrive. Anything fails the run. */
  lost: readonly string[];
};

/** Lines of a table, the first column to the left and the others to the right. */
export function drawTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ").trimEnd());
}

/** The figures of a run and of the machine that made them, on one line. */
export function toJson({ bench, options, variants, ratios, lost }: BenchReport): string {
  const [cpu] = cpus();
  const machine = { node: process.version, platform: `${process.platform}-${process.arch}`, cpus: cpus().length, cpu: cpu?.model.trim(), memoryGb: Math.round(totalmem() / 2 ** 30) };
  return JSON.stringify({ bench, options, machine, variants, ratios, lost });
}

export const inDigits = (value: number, digits = 1): string => value.toFixed(digits);
export const inPercent = (share: number): string => `${Math.round(share * 100)} %`;
export const inRange = ({ median, min, max }: Spread, digits = 1): string => `${inDigits(median, digits)} (${inDigits(min, digits)}–${inDigits(max, digits)})`;
