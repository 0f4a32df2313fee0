import { strToU8, Zip, ZipDeflate } from "fflate";
import { type CellValue, type Column, sheetEnd, sheetRows, sheetStart } from "./sheet-xml";
import { sheetPath, workbookParts } from "./workbook-xml";

export const xlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the format allows; the rest goes on to a further sheet. */
const mostRowsOfSheet = 1_048_576;
/** The fastest: rows repeat so much that more effort gains little. */
const level = 1;
/** The same rows make the same file. 1980 is where the calendar of zip begins. */
const writtenAt = "1980-01-01T00:00:00";

type Workbook = { sheet: string; columns: readonly Column[]; batches: AsyncIterable<readonly (readonly CellValue[])[]>; rowsOfSheet?: number };

/** A workbook, written while its rows come in: no more than one batch of them is held. */
export async function* writeXlsx({ sheet, columns, batches, rowsOfSheet = mostRowsOfSheet }: Workbook): AsyncGenerator<Uint8Array> {
  const zip = openZip();
  let sheets = 1;
  let part = zip.begin(sheetPath(sheets));
  part.write(sheetStart(columns));
  let left = rowsOfSheet - 1;
  for await (const batch of batches) {
    let rows = batch;
    while (rows.length > left) {
      part.write(sheetRows(rows.slice(0, left)));
      part.end(sheetEnd);
      rows = rows.slice(left);
      sheets += 1;
      part = zip.begin(sheetPath(sheets));
      part.write(sheetStart(columns));
      left = rowsOfSheet - 1;
    }
    part.write(sheetRows(rows));
    left -= rows.length;
    yield* zip.take();
  }
  part.end(sheetEnd);
  for (const { path, xml } of workbookParts({ sheet, sheets })) zip.begin(path).end(xml);
  zip.end();
  yield* zip.take();
}

/** A zip file in the making: what is ready of it is taken out as it grows. */
function openZip() {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  return {
    begin(path: string) {
      const part = new ZipDeflate(path, { level });
      part.mtime = writtenAt;
      zip.add(part);
      return {
        write: (text: string) => part.push(strToU8(text)),
        end: (text: string) => part.push(strToU8(text), true),
      };
    },
    end: () => zip.end(),
    take: () => ready.splice(0),
  };
}
