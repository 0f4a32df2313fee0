import { describe, expect, it } from "vitest";
import { defaultSettings, presetOf, withPreset } from "./start-settings";

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
