import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("a CSV file", () => {
  it("has a header and one line for each row", () => {
    expect(csvOf(["name", "points"], [["Mai", 10], ["Zoë", null], ["Kwame", true]])).toBe("name,points\r\nMai,10\r\nZoë,\r\nKwame,true\r\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csvOf(["a"], [['say "hi", all\nof you']])).toBe('a\r\n"say ""hi"", all\nof you"\r\n');
  });

  it.each(["=1+1", "+49", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1"])("makes %j text, where a spreadsheet would run it", (formula) => {
    expect(csvOf(["a"], [[formula]])).toContain(`'${formula}`);
  });
});
