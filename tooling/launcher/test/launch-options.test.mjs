import { describe, expect, it } from "vitest";
import { findNodeProblem } from "../src/check-node.mjs";
import { parseLaunchOptions } from "../src/launch-options.mjs";
import { parseTestOptions } from "../src/checks/run-checks.mjs";

describe("the options of start", () => {
  it("have defaults", () => {
    expect(parseLaunchOptions([])).toEqual({ nodes: 1, portBase: null, data: null, empty: false, lan: false, demo: false });
  });

  it("are read with a space and with an equals sign", () => {
    expect(parseLaunchOptions(["--nodes", "2", "--port-base=4000", "--data", "x", "--empty", "--lan", "--demo"])).toEqual({
      nodes: 2, portBase: 4000, data: "x", empty: true, lan: true, demo: true,
    });
  });

  it.each([
    [["--node", "2"], "--node is not an option; there are --nodes N, --port-base N, --data DIR, --empty, --lan, --demo."],
    [["2"], "2 is not an option"],
    [["--nodes"], "--nodes needs a value."],
    [["--nodes", "0"], "--nodes is a whole number from 1 to 16, and not 0."],
    [["--nodes", "two"], "--nodes is a whole number from 1 to 16, and not two."],
    [["--port-base", "80"], "--port-base is a whole number from 1024 to 65300, and not 80."],
    [["--port-base", "65400"], "--port-base is a whole number"],
    [["--empty=yes"], "--empty takes no value."],
  ])("%j are refused in one line that names what is wrong", (args, message) => {
    expect(() => parseLaunchOptions(args)).toThrow(message);
  });
});

describe("the options of test", () => {
  it("choose a part, or all", () => {
    expect([...parseTestOptions([])]).toEqual(["types", "lint", "unit", "e2e"]);
    expect([...parseTestOptions(["--only", "unit"])]).toEqual(["unit"]);
  });

  it("refuse what there is not", () => {
    expect(() => parseTestOptions(["--only", "all"])).toThrow("--only takes one of types, lint, unit, e2e.");
    expect(() => parseTestOptions(["--watch"])).toThrow("--watch is not an option");
  });
});

describe("the check of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("lets %s pass", (version) => {
    expect(findNodeProblem(version)).toBeNull();
  });

  it.each(["18.20.0", "20.18.9"])("refuses %s by name", (version) => {
    expect(findNodeProblem(version)).toBe(`Quickfire needs Node 20.19 or newer, and this is Node ${version}.`);
  });
});
