import { describe, expect, it } from "vitest";
import { makeGap, replaceGap } from "./gap-editing";

describe("a gap", () => {
  it("is made of the selected words, without the spaces around them", () => {
    expect(makeGap("I have been there", 2, 12)).toEqual({ text: "I [[have been]] there", cursor: 15 });
  });
  it("is empty where nothing is selected, with the cursor in it", () => {
    expect(makeGap("I  there", 2, 2)).toEqual({ text: "I [[]] there", cursor: 4 });
  });
  it("gets other forms without touching the ones beside it", () => {
    expect(replaceGap("I [[am]] [[for]] it", 1, "for | since")).toBe("I [[am]] [[for |since]] it");
    expect(replaceGap("I [[am]]", 0, "a]]m")).toBe("I [[am]]");
  });
});
