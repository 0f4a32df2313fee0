import { readsAsFormula } from "../reads-as-formula";
import { spreadsheetNamespace, styles, xmlHead } from "./workbook-xml";

export type CellValue = string | number | boolean | null;
export type Column = { name: string; width: number };

/** Everything before the rows, with the header as the first of them: it stays in sight while one scrolls. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join("")}</cols><sheetData>`,
    rowOf(columns.map(({ name }) => textCell(name, styles.heading))),
  ].join("");
}

export const sheetRows = (rows: readonly (readonly CellValue[])[]): string => rows.map((row) => rowOf(row.map(cellOf))).join("");

export const sheetEnd = "</sheetData></worksheet>";

const rowOf = (cells: readonly string[]) => `<row>${cells.join("")}</row>`;

function cellOf(value: CellValue): string {
  if (value === null) return "<c/>";
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  return textCell(value, readsAsFormula(value) ? styles.quotedText : styles.text);
}

/**
 * Text is written as text and never as a formula, in a cell of the format "text": leading zeros stay, and what reads as a formula is
 * still text after somebody has edited it. Its style has the sign that a spreadsheet itself sets for an apostrophe typed in front.
 */
function textCell(text: string, style: number): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** What XML can't carry is written as the format has it (ECMA-376, ST_Xstring): `_x000D_`; a text that already looks so is kept apart. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
