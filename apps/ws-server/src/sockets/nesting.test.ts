import { describe, expect, it } from "vitest";
import { isNestedTooDeep } from "./nesting";

const nested = (depth: number) => Buffer.from("[".repeat(depth) + "]".repeat(depth));

describe("isNestedTooDeep", () => {
  it("finds depth that no message of ours has", () => {
    expect(isNestedTooDeep(nested(8_000))).toBe(true);
    expect(isNestedTooDeep(Buffer.from('{"a":'.repeat(100)))).toBe(true);
  });

  it("lets flat and ordinary messages through, however long", () => {
    expect(isNestedTooDeep(Buffer.from(JSON.stringify(Array.from({ length: 500 }, () => ({ a: [1] })))))).toBe(false);
  });

  it("does not count what stands in a text", () => {
    expect(isNestedTooDeep(Buffer.from(JSON.stringify({ text: `\\"${"[".repeat(500)}` })))).toBe(false);
  });
});
