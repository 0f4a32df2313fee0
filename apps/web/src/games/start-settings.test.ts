import { describe, expect, it } from "vitest";
import { defaultSettings, presetOf, rememberedSettings, rememberSettings, withPreset } from "./start-settings";

function memory(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

describe("presets", () => {
  it("is classroom unless something else was chosen", () => {
    expect(presetOf(defaultSettings)).toBe("classroom");
    expect(presetOf(withPreset(defaultSettings, "race"))).toBe("race");
  });
  it("is none of them when feedback and board were mixed", () => {
    expect(presetOf({ ...defaultSettings, leaderboard: "never" })).toBeNull();
  });
  it("leaves the other settings alone", () => {
    expect(withPreset({ ...defaultSettings, countdown: 7 }, "race")).toMatchObject({ countdown: 7, feedback: "instant", leaderboard: "live" });
  });
});

describe("remembered settings", () => {
  it("come back as they were, without the region", () => {
    const storage = memory();
    rememberSettings(storage, { ...defaultSettings, speedWeight: 0, teams: 3, region: "eu" });
    expect(rememberedSettings(storage)).toEqual({ ...defaultSettings, speedWeight: 0, teams: 3 });
  });
  it.each(["", "{", '{"speedWeight": 900}', '{"colour": "red"}'])("are the defaults where the storage holds %j", (text) => {
    expect(rememberedSettings(memory({ "quickfire.game-settings": text }))).toEqual(defaultSettings);
  });
  it("never stand in the way when the storage is full", () => {
    expect(() => rememberSettings({ setItem: () => { throw new Error("full"); } }, defaultSettings)).not.toThrow();
  });
});
