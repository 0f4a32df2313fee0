#!/usr/bin/env node
// Plays a game while a real Prometheus looks on, and asks it everything that the dashboards and the alerts ask.
import { readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "@quickfire/launcher/commands/run-command";
import { runToEnd } from "@quickfire/launcher/processes/run-to-end";
import { rateWindow } from "../src/dashboards/panels.mjs";
import { deployed } from "../src/places.mjs";
import { dashboardQueries, rules } from "../src/queries.mjs";
import { collectTraces } from "./collect-traces.mjs";
import { readCheckOptions } from "./check-options.mjs";
import { findProgram } from "./find-program.mjs";
import { misbehave } from "./misbehave.mjs";
import { command, openGame, playRound, verifiedReport } from "./play-game.mjs";
import { startPrometheus } from "./prometheus.mjs";
import { startStack } from "./start-stack.mjs";

await runCommand(async (context) => {
  const { say, env } = context;
  const { portBase } = readCheckOptions(process.argv.slice(2));
  const programs = ["prometheus", "promtool"].map((name) => findProgram(name, { debianPackage: "prometheus", env }));
  const [prometheus = "", promtool = ""] = programs;

  await testAlerts(context, promtool);
  const traces = await collectTraces(portBase + 301);
  const stack = await startStack(context, { portBase, env: { OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint, OTEL_TRACES_SAMPLER_ARG: "1" } });
  const watcher = await startPrometheus(context, { program: prometheus, port: portBase + 300, stack });
  await watcher.scraped(3);
  say("plays a game of 20 players, and misbehaves a little");
  const game = await openGame(stack, { players: 20, rounds: 3 });
  await misbehave(stack, game);
  await command(game, "start");
  const answer = await playRounds(game);
  await pause(4_000);
  const problems = [...(await lookAtDashboards(watcher, say)), ...(await lookAtRules(watcher)), ...(await traces.problemsOf(answer))];
  for (const player of game.players) player.leave();
  traces.close();
  for (const problem of problems) say(`FAILED ${problem}`);
  say(problems.length === 0 ? "everything that is asked has an answer, and an answer's trace is whole" : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}, { codeWhenStopped: 1 });

/**
 * @param {import("./play-game.mjs").Game} game
 * @returns {Promise<string>} the id of an answer that moved the board
 */
async function playRounds(game) {
  let answer = "";
  for (let round = 1; round <= game.rounds; round += 1) {
    const [receipt] = await playRound(game, round);
    answer = receipt?.actionId;
    // The board moves at most every half second.
    await pause(1_000);
    await command(game, "reveal");
    await command(game, "next");
    if (round < game.rounds) await command(game, "next");
  }
  await command(game, "end");
  await verifiedReport(game);
  return answer;
}

/**
 * @param {import("@quickfire/launcher/commands/run-command").CommandContext} context
 * @param {string} promtool
 */
async function testAlerts({ guard, env, say }, promtool) {
  const files = (/** @type {string} */ folder) => readdirSync(deployed("prometheus", folder)).map((file) => deployed("prometheus", folder, file));
  for (const args of [["check", "config", "--syntax-only", deployed("prometheus", "prometheus.yml")], ["check", "rules", ...files("rules")], ["test", "rules", ...files("tests")]]) {
    const { code, output } = await runToEnd(guard, promtool, args, { env });
    if (code !== 0) throw new Error(`promtool ${args.slice(0, 2).join(" ")} failed:\n${output}`);
  }
  say(`${rules().filter(({ isAlert }) => isAlert).length} alerts are tested: each fires when it should and is silent when it should`);
}

/**
 * @param {Awaited<ReturnType<typeof startPrometheus>>} watcher
 * @param {(line: string) => void} say
 */
async function lookAtDashboards(watcher, say) {
  const problems = [];
  const queries = dashboardQueries();
  const silent = [];
  for (const { where, expr, quiet } of queries) {
    const { error, series } = await watcher.query(expr.replaceAll(rateWindow, "1m"));
    if (error !== null) problems.push(`${where}: ${error} (${expr})`);
    else if (series.length === 0 && quiet) silent.push(where);
    else if (series.length === 0) problems.push(`${where}: no series (${expr})`);
  }
  say(`${queries.length} queries of the dashboards were asked${silent.length > 0 ? `; silent, as nothing of theirs happened: ${silent.join(", ")}` : ""}`);
  return problems;
}

/** @param {Awaited<ReturnType<typeof startPrometheus>>} watcher */
async function lookAtRules(watcher) {
  const known = await watcher.rules();
  const ill = known.filter(({ health }) => health !== "ok").map(({ name, lastError }) => `${name}: ${lastError ?? "was not evaluated"}`);
  const missing = rules().filter(({ name }) => !known.some((each) => each.name === name)).map(({ name }) => `${name}: Prometheus does not know it`);
  const recorded = [];
  for (const { name } of rules().filter(({ isAlert }) => !isAlert)) {
    const { series } = await watcher.query(name);
    if (series.length === 0) recorded.push(`${name}: no series`);
  }
  return [...ill, ...missing, ...recorded];
}
