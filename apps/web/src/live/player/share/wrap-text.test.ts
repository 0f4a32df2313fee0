import { expect, it } from "vitest";
import { wrapText } from "./wrap-text";

const inLines = (text: string, lines: number, width: number) => wrapText(text, { lines, fits: (line) => [...line].length <= width });

it("breaks between words, and ends with an ellipsis where there is more than fits", () => {
  expect(inLines("Past simple in Vietnamese towns", 2, 16)).toEqual(["Past simple in", "Vietnamese towns"]);
  expect(inLines("Past simple in Vietnamese towns", 1, 16)).toEqual(["Past simple in…"]);
  expect(inLines("Short", 2, 16)).toEqual(["Short"]);
  expect(inLines("  ", 2, 16)).toEqual([]);
});

it("cuts a word that is wider than a line, and never through a letter and its marks", () => {
  expect(inLines("Nguyễn".normalize("NFD"), 1, 6)).toEqual([`${"Nguy".normalize("NFD")}…`]);
});
