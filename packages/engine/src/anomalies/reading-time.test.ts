import { expect, it } from "vitest";
import { anomalySettingsSchema } from "./anomaly-settings";
import { countWords, readingMsOf } from "./reading-time";

it.each([
  ["Which word is a verb?", 5],
  ["I've been well-known, haven't I?", 5],
  ["Hôm nay trời đẹp", 4],
  ["今日はいい天気です", 5],
  ["3 + 4 = ?", 2],
  ["  …  ", 0],
  ["", 0],
])("counts the words of “%s”", (text, words) => expect(countWords(text)).toBe(words));

it("gives a longer text more time, and a short one none", () => {
  const settings = anomalySettingsSchema.parse({});
  expect(readingMsOf(2, settings)).toBe(0);
  expect(readingMsOf(20, settings)).toBe(1_000);
});
