#!/usr/bin/env node
// Plays a game through haproxy with the shipped configuration, lets one node die and another drain, and compares what players were
// told with what is in the report.
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "@quickfire/launcher/commands/run-command";
import { readCheckOptions } from "./check-options.mjs";
import { findProgram } from "./find-program.mjs";
import { command, openGame, playRound, verifiedReport } from "./play-game.mjs";
import { processOf, readLog } from "./stack-logs.mjs";
import { startBalancer } from "./start-balancer.mjs";
import { startStack } from "./start-stack.mjs";

const players = 60;

await runCommand(async (context) => {
  const { say, env } = context;
  const { portBase } = readCheckOptions(process.argv.slice(2));
  const program = findProgram("haproxy", { debianPackage: "haproxy", env });
  const stack = await startStack(context, { portBase, env: { TRUSTED_PROXIES: "127.0.0.1" } });
  const balancer = await startBalancer(context, { program, port: portBase + 300, stack });
  await untilServed(balancer.webUrl);
  const problems = [...(await lookAtAddresses(balancer, stack)), ...(await lookAtOperations(balancer))];

  const game = await openGame(balancer, { players, rounds: 4 });
  say(`${players} players through haproxy: ${spreadOf(game).map(([node, count]) => `${count} on ${node}`).join(", ")}`);
  if (spreadOf(game).some(([, count]) => count < players / 4)) problems.push("the sockets are not spread over the nodes");
  const ledger = new Map(game.players.map(({ join }) => [join.participantId, { accepted: 0, score: 0 }]));
  await command(game, "start");
  for (let round = 1; round <= game.rounds; round += 1) {
    const answering = playRound(game, round);
    if (round === 2) await end(stack, { name: "ws-1", signal: "SIGKILL", game, say });
    if (round === 3) await end(stack, { name: "ws-2", signal: "SIGTERM", game, say });
    const receipts = await answering;
    receipts.forEach((receipt, index) => enter(ledger, game.players[index]?.join.participantId, receipt));
    await command(game, "reveal");
    await command(game, "next");
    if (round < game.rounds) await command(game, "next");
  }
  await command(game, "end");
  problems.push(...compare(ledger, await verifiedReport(game), game.rounds));
  for (const player of game.players) player.leave();
  for (const problem of problems) say(`FAILED ${problem}`);
  say(problems.length === 0 ? `${players * game.rounds} answers, none lost, none doubled` : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}, { codeWhenStopped: 1 });

/** @param {string} webUrl */
async function untilServed(webUrl) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await fetch(`${webUrl}/readyz`)).ok) return;
    await pause(100);
  }
  throw new Error("haproxy finds no web that is ready");
}

/** By the node that each player's newest snapshot names. @param {import("./play-game.mjs").Game} game */
function spreadOf({ players }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { messages } of players) {
    const node = messages.findLast(({ type }) => type === "snapshot")?.payload.node;
    counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return [...counts].sort();
}

/**
 * Ends a node while its players answer, and waits until everybody is back.
 *
 * @param {import("./start-stack.mjs").Stack} stack
 * @param {{ name: string, signal: "SIGKILL" | "SIGTERM", game: import("./play-game.mjs").Game, say: (line: string) => void }} options
 */
async function end(stack, { name, signal, game, say }) {
  await pause(450);
  const before = game.players.map(({ reconnects }) => reconnects);
  const endedAt = performance.now();
  process.kill(processOf(stack, name), signal);
  // Those of the node are gone one after another where it drains, and at once where it dies.
  await pause(signal === "SIGTERM" ? 5_000 : 300);
  while (game.players.some((player) => !player.isConnected)) {
    if (performance.now() - endedAt > 15_000) throw new Error("some players did not come back within 15 s");
    await pause(20);
  }
  const moved = game.players.filter(({ reconnects }, index) => reconnects > (before[index] ?? 0)).length;
  say(`${name} got ${signal}: ${moved} players moved, everybody was connected ${Math.round(performance.now() - endedAt)} ms later`);
}

/**
 * @param {Map<string, { accepted: number, score: number }>} ledger
 * @param {string | undefined} participantId
 * @param {Record<string, any>} receipt
 */
function enter(ledger, participantId, receipt) {
  const line = ledger.get(participantId ?? "");
  if (!line || receipt.accepted !== true) return;
  line.accepted += 1;
  line.score = receipt.score;
}

/**
 * @param {Map<string, { accepted: number, score: number }>} ledger
 * @param {{ participants: { participantId: string, score: number }[], answers: { participantId: string }[] }} report
 * @param {number} rounds
 */
function compare(ledger, report, rounds) {
  const problems = [];
  for (const [participantId, { accepted, score }] of ledger) {
    const kept = report.answers.filter((answer) => answer.participantId === participantId).length;
    const stands = report.participants.find((each) => each.participantId === participantId)?.score;
    if (accepted !== rounds) problems.push(`${participantId}: ${accepted} of ${rounds} answers were accepted`);
    if (kept !== accepted) problems.push(`${participantId}: ${accepted} answers were accepted and ${kept} are in the report`);
    if (stands !== score) problems.push(`${participantId}: was told ${score} points and has ${stands}`);
  }
  return problems;
}

/**
 * The address that web sees has to be the caller's own, whatever the caller claims.
 *
 * @param {{ webUrl: string }} balancer
 * @param {import("./start-stack.mjs").Stack} stack
 */
async function lookAtAddresses({ webUrl }, stack) {
  const body = JSON.stringify({ email: "nobody@quickfire.test", password: "a wrong one" });
  await new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.9" };
    request(`${webUrl}/api/v1/auth/token`, { method: "POST", localAddress: "127.0.0.2", headers }, (answer) => answer.resume().once("end", resolve)).once("error", reject).end(body);
  });
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const line = readLog(stack, "web").findLast(({ msg }) => msg === "a sign-in failed");
    if (line) return line["ip"] === "127.0.0.2" ? [] : [`web saw the address ${String(line["ip"])} and not the caller's`];
    await pause(100);
  }
  return ["the failed sign-in is not in web's log"];
}

/** Figures are inside only. @param {{ webUrl: string, opsUrl: string }} balancer */
async function lookAtOperations({ webUrl, opsUrl }) {
  const outside = await fetch(`${webUrl}/metrics`);
  const inside = await (await fetch(`${opsUrl}/metrics`)).text();
  return [...(outside.status === 404 ? [] : ["web's figures can be read from outside"]), ...(inside.includes("haproxy_server_status") ? [] : ["the balancer has no figures"])];
}
