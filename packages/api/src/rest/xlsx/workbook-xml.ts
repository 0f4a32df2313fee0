export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const formats = "http://schemas.openxmlformats.org";
export const spreadsheetNamespace = `${formats}/spreadsheetml/2006/main`;
const office = `${formats}/officeDocument/2006/relationships`;
const packaged = `${formats}/package/2006`;
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places in the list of cell styles below. */
export const styles = { plain: 0, heading: 1, text: 2, quotedText: 3 } as const;

/** 49 is the built-in format "text". */
const cellStyles = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
];

const stylesXml = [
  `${xmlHead}<styleSheet xmlns="${spreadsheetNamespace}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellStyles.length}">${cellStyles.join("")}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  "</styleSheet>",
].join("");

export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** All of a workbook but its sheets; what stands in it is known only once they are written. */
export function workbookParts({ sheet, sheets }: { sheet: string; sheets: number }): { path: string; xml: string }[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const listed = numbers.map((number) => `<sheet name="${number === 1 ? sheet : `${sheet} ${number}`}" sheetId="${number}" r:id="rId${number}"/>`);
  const related = numbers.map((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`);
  const typed = numbers.map((number) => `<Override PartName="/${sheetPath(number)}" ContentType="${spreadsheet}.worksheet+xml"/>`);
  return [
    { path: "xl/workbook.xml", xml: `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${office}"><sheets>${listed.join("")}</sheets></workbook>` },
    { path: "xl/styles.xml", xml: stylesXml },
    {
      path: "xl/_rels/workbook.xml.rels",
      xml: `${xmlHead}<Relationships xmlns="${packaged}/relationships">${related.join("")}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      path: "_rels/.rels",
      xml: `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: "[Content_Types].xml",
      xml: [
        `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
        `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${typed.join("")}</Types>`,
      ].join(""),
    },
  ];
}
