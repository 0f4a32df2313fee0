import { describe, expect, it } from "vitest";
import { fillFrom, pastedLines } from "./pasted-lines";

describe("pastedLines", () => {
  it("leaves a single line alone", () => {
    expect(pastedLines("since 2019")).toBeNull();
    expect(pastedLines("since 2019\n")).toBeNull();
  });
  it("takes a list apart, without its marks and empty lines", () => {
    expect(pastedLines("A) for\r\nb. since\n\n3) ago\n- during\n• while\n(d) until")).toEqual(["for", "since", "ago", "during", "while", "until"]);
  });
  it("keeps what only looks like a mark", () => {
    expect(pastedLines("a dog\n1984\n-5 degrees")).toEqual(["a dog", "1984", "-5 degrees"]);
  });
});

describe("fillFrom", () => {
  const fill = (item: { id: number; text: string } | undefined, text: string) => ({ id: item?.id ?? 0, text });
  it("fills the place and those after it, and adds what is missing", () => {
    const items = [{ id: 1, text: "one" }, { id: 2, text: "" }];
    expect(fillFrom(items, { start: 1, texts: ["b", "c"], max: 8, fill })).toEqual([{ id: 1, text: "one" }, { id: 2, text: "b" }, { id: 0, text: "c" }]);
  });
  it("never goes beyond the limit", () => {
    expect(fillFrom([{ id: 1, text: "" }], { start: 0, texts: ["a", "b", "c"], max: 2, fill })).toHaveLength(2);
  });
});
