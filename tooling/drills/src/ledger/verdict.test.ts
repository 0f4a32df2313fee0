import { describe, expect, it } from "vitest";
import { addVerdicts, emptyVerdict, findFailures } from "./verdict";

const failuresOf = (changes: Partial<ReturnType<typeof emptyVerdict>>) => findFailures({ ...emptyVerdict(), ...changes }, { pauseLimitS: 5 });

describe("a verdict", () => {
  it("finds nothing where everything held, refusals and short pauses included", () => {
    expect(failuresOf({ acknowledged: 100, refused: 3, longestPauseS: 4.9 })).toEqual([]);
  });

  it.each([
    [{ lost: 1 }, "1 acknowledged answers lost"],
    [{ doubled: 2 }, "2 answers counted twice"],
    [{ unsettled: 1 }, "1 answers of which nobody learned what became"],
    [{ wrongScores: 1 }, "1 scores that do not add up"],
    [{ stale: 4 }, "4 screens that did not show the present moment"],
    [{ longestPauseS: 5.1 }, "a pause of 5.1 s, where 5 s are promised"],
    [{ problems: ["the report is not verified"] }, "the report is not verified"],
  ])("fails for %j", (changes, words) => {
    expect(failuresOf(changes)).toEqual([words]);
  });

  it("of several games adds up, with the longest of their pauses", () => {
    const sum = addVerdicts([{ ...emptyVerdict(), lost: 1, longestPauseS: 2, problems: ["a"] }, { ...emptyVerdict(), lost: 2, longestPauseS: 1, problems: ["b"] }]);
    expect(sum).toMatchObject({ lost: 3, longestPauseS: 2, problems: ["a", "b"] });
  });
});
