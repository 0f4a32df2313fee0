import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { escapeText, type CellValue } from "./sheet-xml";
import { writeXlsx } from "./write-xlsx";

type Row = readonly CellValue[];

async function* inBatches(...batches: Row[][]) {
  yield* batches;
}

async function write(batches: Row[][], rowsOfSheet?: number) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx({ sheet: "Answers", columns: [{ name: "name", width: 20 }, { name: "points", width: 8 }], batches: inBatches(...batches), ...(rowsOfSheet ? { rowsOfSheet } : {}) })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const);
  return { bytes, parts: new Map(parts) };
}

const sheetOf = ({ parts }: Awaited<ReturnType<typeof write>>, number = 1) => parts.get(`xl/worksheets/sheet${number}.xml`) ?? "";

describe("a workbook", () => {
  it("has the parts that a spreadsheet looks for, a header, and one row for each row, in the kind that it has", async () => {
    const book = await write([[["Mai", 10]], [["Zoë Nguyễn 🎉", null], [null, true]]]);
    expect([...book.parts.keys()].sort()).toEqual(["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    const rows = sheetOf(book).match(/<row>.*?<\/row>/g);
    expect(rows).toHaveLength(4);
    expect(rows?.[1]).toBe('<row><c t="inlineStr" s="2"><is><t xml:space="preserve">Mai</t></is></c><c><v>10</v></c></row>');
    expect(rows?.[2]).toContain(">Zoë Nguyễn 🎉</t></is></c><c/></row>");
    expect(rows?.[3]).toBe('<row><c/><c t="b"><v>1</v></c></row>');
  });

  it.each(["=1+1", "+49", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1"])("writes %j as text that stays text when it is edited", async (formula) => {
    const sheet = sheetOf(await write([[[formula, 1]]]));
    expect(sheet).toContain(`<c t="inlineStr" s="3"><is><t xml:space="preserve">${escapeText(formula)}</t></is></c>`);
    expect(sheet).not.toMatch(/<f[ >]/);
  });

  it("keeps leading zeros and spaces, and sets what XML can't carry so that it comes back", async () => {
    const sheet = sheetOf(await write([[["007", 1], [" a <b> & c ", 2], ["_x0041_\u0001\ud800", 3]]]));
    for (const kept of [">007<", "> a &lt;b&gt; &amp; c <", ">_x005F_x0041__x0001_\ufffd<"]) expect(sheet).toContain(kept);
  });

  it("goes on to another sheet where one is full", async () => {
    const book = await write([[["a", 1], ["b", 2], ["c", 3]], [["d", 4], ["e", 5]]], 3);
    expect([1, 2, 3].map((number) => sheetOf(book, number).match(/<row>/g)?.length)).toEqual([3, 3, 2]);
    expect(book.parts.get("xl/workbook.xml")).toContain('<sheet name="Answers 3" sheetId="3" r:id="rId3"/>');
  });

  it("is the same file for the same rows", async () => {
    expect((await write([[["Mai", 1]]])).bytes.equals((await write([[["Mai", 1]]])).bytes)).toBe(true);
  });

  it("hands on what it has while rows still come, and keeps little of it", async () => {
    let made = 0;
    async function* endless() {
      for (;;) {
        made += 1;
        yield Array.from({ length: 2_000 }, (_, index) => [`Player ${made * 2_000 + index}`, index]);
      }
    }
    let bytes = 0;
    for await (const chunk of writeXlsx({ sheet: "Answers", columns: [{ name: "name", width: 20 }, { name: "points", width: 8 }], batches: endless() })) {
      bytes += chunk.byteLength;
      if (bytes > 100_000) break;
    }
    expect(made).toBeLessThan(20);
  });
});
