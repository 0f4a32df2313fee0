import { describe, expect, it } from "vitest";
import { parseLoadOptions } from "../src/options.mjs";
import { playRun } from "../src/runs/runs.mjs";
import { parseStat } from "../src/stack/process-usage.mjs";

/** A game as it is reported, that went well unless told otherwise. @param {Record<string, unknown>} changes @returns {any} */
const gameWith = (changes = {}) => ({
  players: 1, seated: 1, oddities: {}, figures: {},
  verdict: { acknowledged: 1, refused: 0, unacknowledged: 0, lost: 0, doubled: 0, wrong: 0, missed: 0, repeated: 0, findings: [] },
  ...changes,
});

describe("the kinds of runs", () => {
  it("grow in a stress run until something breaks, and say what and where", async () => {
    const outcome = await playRun(parseLoadOptions(["--run", "stress", "--players", "100", "--most", "1000"]), async ({ players = 0 }) =>
      gameWith({ players, seated: players, figures: { receipt: { p95: players >= 400 ? 2_500 : 10 } } }));
    expect(outcome.games.map(({ players }) => players)).toEqual([100, 200, 400]);
    expect(outcome.broke).toEqual({ players: 400, what: ["receipt: 2500 ms for one in twenty, and more than 2000 is not bearable"] });
  });

  it("stop growing at the most that was asked for", async () => {
    const outcome = await playRun(parseLoadOptions(["--run", "stress", "--players", "100", "--most", "300"]), async ({ players = 0 }) => gameWith({ players, seated: players }));
    expect(outcome.games.map(({ players }) => players)).toEqual([100, 200, 300]);
    expect(outcome.broke).toBeUndefined();
  });

  it("play on in an endurance run until its time is over, and no further than a lost answer", async () => {
    let now = 0;
    const play = async () => {
      now += 40_000;
      return gameWith();
    };
    const options = parseLoadOptions(["--run", "endurance", "--minutes", "1"]);
    expect((await playRun(options, play, () => now)).games).toHaveLength(2);
    now = 0;
    const failing = async () => gameWith({ verdict: { ...gameWith().verdict, lost: 1 } });
    expect((await playRun(options, failing, () => now)).games).toHaveLength(1);
  });

  it("connect all at once and drop half of them in a spike", async () => {
    /** @type {unknown[]} */
    const plays = [];
    await playRun(parseLoadOptions(["--run", "spike"]), async (play) => {
      plays.push(play);
      return gameWith();
    });
    expect(plays).toEqual([{ connectsTogether: true, dropShare: 0.5 }]);
  });
});

describe("what the system says of a process", () => {
  it("is read past a name that holds anything", () => {
    const fields = Array.from({ length: 50 }, () => "0");
    Object.assign(fields, { 0: "S", 1: "77", 11: "150", 12: "50", 21: "2560" });
    expect(parseStat(5, `5 (a) strange (name) ${fields.join(" ")}`)).toEqual({ pid: 5, parent: 77, cpuSeconds: 2, memoryMegabytes: 10 });
  });
});
