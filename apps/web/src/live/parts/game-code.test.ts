import { describe, expect, it } from "vitest";
import { readCode } from "./game-code";

describe("readCode", () => {
  it.each([
    ["482913", "482913"],
    [" 482 913 ", "482913"],
    ["482-913", "482913"],
    ["https://quiz.example:3000/join/482913", "482913"],
    ["http://192.168.1.20:3000/?pin=482913&x=1", "482913"],
    ["48x2", "482"],
    ["4829131", "482913"],
    ["", ""],
  ])("reads %j as %j", (text, code) => expect(readCode(text)).toBe(code));
});
