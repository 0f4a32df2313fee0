import { describe, expect, it } from "vitest";
import { parseDrillOptions } from "./options";

const names = ["kill-worker", "storm"];
const parse = (...args: string[]) => parseDrillOptions(args, names);

describe("what stands after npm run drill --", () => {
  it("names drills, all of them, or asks for the list", () => {
    expect(parse("storm", "kill-worker").what).toEqual({ kind: "named", names: ["storm", "kill-worker"] });
    expect(parse("all").what).toEqual({ kind: "all" });
    expect(parse("list").what).toEqual({ kind: "list" });
  });

  it("sets the seed, the size, and which half is run", () => {
    expect(parse("storm", "--seed", "7", "--players", "50", "--json")).toMatchObject({ seed: 7, players: 50, json: true, control: "with" });
    expect(parse("storm", "--without-protection").control).toBe("only");
    expect(parse("storm", "--no-control").control).toBe("without");
  });

  it.each([
    [["strom"], "There is no drill strom"],
    [[], "Which drill?"],
    [["storm", "--sed", "7"], "Unknown option"],
    [["storm", "--seed", "seven"], "--seed is a whole number"],
    [["storm", "--players", "0"], "--players is a whole number"],
    [["all", "storm"], "all stands alone"],
    [["storm", "--no-control", "--without-protection"], "one of them"],
  ])("is refused in a line where it is %j", (args, words) => {
    expect(() => parse(...args)).toThrow(words);
  });
});
