import { describe, expect, it } from "vitest";
import { parseBenchOptions } from "./options.mjs";

describe("the options of a benchmark", () => {
  it("have defaults, and take what is given", () => {
    expect(parseBenchOptions(["fanout"])).toEqual({ name: "fanout", json: false, numbers: { subscribers: 10_000, rounds: 5, messages: 6, bytes: 1_024 } });
    expect(parseBenchOptions(["--json", "fanout", "--subscribers", "20", "--rounds=1"])).toMatchObject({ json: true, numbers: { subscribers: 20, rounds: 1, messages: 6 } });
  });

  it.each([
    [[], "The name of a benchmark is missing: there are fanout, answers, connections, worker, boards, audit, growth."],
    [["fanot"], "fanot is no benchmark"],
    [["fanout", "worker"], "worker is one name too many"],
    [["fanout", "--foo", "3"], "--foo is not an option of fanout; there are --json, --subscribers"],
    [["worker", "--subscribers", "3"], "--subscribers is not an option of worker"],
    [["fanout", "--rounds", "0"], "--rounds is a whole number from 1 to 100, and not 0."],
    [["fanout", "--rounds", "many"], "--rounds is a whole number"],
    [["fanout", "--rounds"], "--rounds needs a value."],
    [["fanout", "--json=yes"], "--json takes no value."],
  ])("say in one line what is wrong with %j", (args, message) => {
    expect(() => parseBenchOptions(args)).toThrow(message);
  });
});
