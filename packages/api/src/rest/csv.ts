import { readsAsFormula } from "./reads-as-formula";

type Row = readonly (string | number | boolean | null)[];

export const csvOf = (header: readonly string[], rows: readonly Row[]): string => csvRows([header, ...rows]);

export const csvRows = (rows: readonly Row[]): string => rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  // A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text.
  const harmless = readsAsFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
