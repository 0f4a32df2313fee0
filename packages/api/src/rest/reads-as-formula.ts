/**
 * Whether a spreadsheet would take a text for a formula, or for something that it has to work out. The wide forms of the four signs are
 * read like the narrow ones by spreadsheets set to an East Asian language; a line break may hide the sign that comes after it.
 */
export const readsAsFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n]/.test(text);
