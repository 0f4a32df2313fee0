import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseLoadOptions } from "../src/options.mjs";

describe("the options of a load run", () => {
  it("play a small game of their own where nothing is said", () => {
    expect(parseLoadOptions([])).toMatchObject({ run: "baseline", players: 100, nodes: 2, questions: 3, plain: 0.5, spread: 4, preset: "race", processes: 1, url: null, json: false });
  });

  it("take as many load processes as the players need, and in a stress run as many as it may grow to", () => {
    expect(parseLoadOptions(["--players", "10000"]).processes).toBe(2);
    expect(parseLoadOptions(["--run", "stress", "--players", "1000", "--most", "20000"]).processes).toBe(4);
  });

  it("let all answer at once in a peak", () => {
    expect(parseLoadOptions(["--run", "peak"]).spread).toBe(0.3);
  });

  it.each([
    [["--players", "0"], "--players is a whole number from 1 to 200000, and not 0."],
    [["--players", "many"], "--players is a whole number from 1 to 200000, and not many."],
    [["--plain", "2"], "--plain is a number from 0 to 1, and not 2."],
    [["--plain", "half"], "--plain is a number from 0 to 1, and not half."],
    [["--run", "marathon"], "--run is one of baseline, peak, stress, spike, endurance, and not marathon."],
    [["--url", "localhost"], "--url is not an address of the right kind: localhost."],
    [["--database-url", "http://localhost"], "--database-url is not an address of the right kind: http://localhost."],
    [["--players"], "--players needs a value."],
    [["--json=yes"], "--json takes no value."],
    [["--players", "50000", "--processes", "2"], "--processes 2 is too few for 50000 players: one holds at most 19000."],
  ])("refuse %j with one clear line", (args, line) => {
    expect(() => parseLoadOptions(args)).toThrow(line);
  });

  it.each([[["--plyers", "5"]], [["100"]]])("refuse what they don't know, %j, and say what there is", (args) => {
    expect(() => parseLoadOptions(args)).toThrow(/is not an option; there are --run /);
  });

  it("end the command with code 2 and nothing but the line", () => {
    const program = fileURLToPath(new URL("../load.mjs", import.meta.url));
    const { status, stderr, stdout } = spawnSync(process.execPath, [program, "--players", "none"], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: "--players is a whole number from 1 to 200000, and not none.\n" });
  });
});
