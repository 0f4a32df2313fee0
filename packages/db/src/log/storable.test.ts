import { expect, it } from "vitest";
import { storableJson, storableText } from "./storable";

const nested = (levels: number): unknown => (levels === 0 ? "\u0000" : [nested(levels - 1)]);

it("replaces what Postgres can't hold, and nothing else", () => {
  expect(storableText("a\u0000b")).toBe("a\ufffdb");
  const value = { "k\u0000": ["\ud83d", "\u{1f600}", "\\u0000", '"', "\n", "\u0001"] };
  expect(JSON.parse(storableJson(value))).toEqual({ "k\ufffd": ["\ufffd", "\u{1f600}", "\\u0000", '"', "\n", "\u0001"] });
});

it("keeps what is nested, and cuts off what is nested too deeply to be stored", () => {
  expect(JSON.parse(storableJson({ a: nested(60) }))).toEqual({ a: JSON.parse(JSON.stringify(nested(60)).replace("\\u0000", "\\ufffd")) });
  const kept = storableJson({ deep: nested(5_000), beside: 1 });
  expect(kept).toMatch(/^\{"deep":\[{63}"nested too deeply"\]{63},"beside":1\}$/);
});

it("stores nothing at all as null", () => {
  expect(storableJson(undefined)).toBe("null");
});
