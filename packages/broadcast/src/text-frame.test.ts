import { describe, expect, it } from "vitest";
import { readFrames } from "../test/read-frames";
import { textFrame, textFrameOf } from "./text-frame";

describe("textFrame", () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 70_000])("says the length of a payload of %i bytes", (length) => {
    const text = "x".repeat(length);
    expect(readFrames(textFrame("", Buffer.from(text), ""))).toEqual([text]);
    expect(readFrames(textFrameOf(text))).toEqual([text]);
  });

  it("counts bytes, not characters", () => {
    expect(readFrames(textFrame("<é", Buffer.from("日本"), "→>"))).toEqual(["<é日本→>"]);
    expect(readFrames(textFrameOf("<é日本→>"))).toEqual(["<é日本→>"]);
  });
});
