import { setTimeout as pause } from "node:timers/promises";
import { gatherCrowds, sumOf } from "../crowd/crowds.mjs";
import { figuresOf } from "../figures/game-figures.mjs";
import { readKept } from "../ledger/read-kept.mjs";
import { reconcile } from "../ledger/reconcile.mjs";
import { measureParts, usedBetween } from "../stack/process-usage.mjs";
import { createHostSteps } from "./host-steps.mjs";
import { openGame, timeLimitSeconds } from "./open-game.mjs";
import { openHostSocket } from "./host-socket.mjs";

/**
 * How a game is played.
 * @typedef {object} Play
 * @property {number} players
 * @property {number} questions
 * @property {boolean} connectsTogether all join first, and then connect at once
 * @property {number} dropShare how many lose their connection in the midst of each question
 * @property {number} endsAt when the game is ended, whatever has been played by then
 *
 * @typedef {Awaited<ReturnType<typeof playGame>>} PlayedGame
 */

const roundSlackMs = 30_000;

/**
 * One whole game, from the quiz to the comparison of every receipt with what was kept.
 *
 * @param {object} around
 * @param {import("../stack/own-stack.mjs").Target} around.target
 * @param {import("./author.mjs").Author} around.author
 * @param {import("../options.mjs").LoadOptions} around.options
 * @param {(stage: string, progress: () => Record<string, number>) => void} around.onStage
 * @param {Play} play
 */
export async function playGame({ target, author, options, onStage }, play) {
  const { gameId, pin } = await openGame(author, { questions: play.questions, preset: options.preset, players: play.players });
  const settings = {
    webUrl: target.webUrl, socketUrls: target.socketUrls, isLocal: target.isLocal, pin,
    plain: options.plain, spreadMs: options.spread * 1_000, joiners: options.joiners, seed: options.seed,
  };
  const crowds = await gatherCrowds(settings, { players: play.players, processes: options.processes });
  const host = openHostSocket({ url: target.socketUrls[0] ?? "", gameId, token: await author.socketToken(gameId) });
  const { step, repeated } = createHostSteps(author, gameId);
  const stage = (/** @type {string} */ words) => onStage(words, crowds.progress);
  try {
    const usage = [measureParts()];
    stage("joining");
    await crowds.all("join", { connects: !play.connectsTogether });
    if (play.connectsTogether) {
      stage("connecting");
      await crowds.all("connect");
    }
    usage.push(measureParts());

    await step("start");
    let played = 0;
    for (; played < play.questions; played += 1) {
      stage(`question ${played + 1} of ${play.questions}`);
      if (played > 0) await step("next");
      const closed = crowds.all("roundClosed", { count: played + 1, withinMs: timeLimitSeconds * 1_000 + roundSlackMs });
      if (play.dropShare > 0) await dropInMidst(crowds, play.dropShare, options.spread);
      await closed;
      // From the reveal to the standings.
      await step("next");
      if (Date.now() >= play.endsAt) break;
    }
    usage.push(measureParts());

    stage("ending");
    const isOver = played >= play.questions;
    if (isOver) await step("next");
    const endedAt = await step(isOver ? "next" : "end");
    await crowds.all("ended");
    const reports = await crowds.report();
    const ledger = await crowds.ledger();
    host.close();
    crowds.leave();

    onStage("counting what was kept", () => ({}));
    const { kept, savedAfterMs } = await readKept(author, { gameId, databaseUrl: target.databaseUrl });
    const questions = kept.report.questions.map(({ questionId }) => questionId);
    const [before = {}, entered = {}, after = {}] = usage;
    return {
      players: play.players,
      questions: questions.length,
      seated: ledger.length,
      figures: figuresOf(reports, { endedAt }),
      oddities: { ...sumOf(reports.map(({ oddities }) => oddities)), ...repeated },
      verdict: reconcile(ledger, kept, { questions }),
      isCompared: { postgres: kept.answers !== null },
      savedAfterMs,
      messages: reports.reduce((sum, { messages }) => sum + messages, 0),
      hostMessages: host.told.messages,
      largestHostMessageBytes: host.told.largestBytes,
      usage: { entering: usedBetween(before, entered), playing: usedBetween(entered, after) },
      load: reports.map(({ cpuSeconds, memoryMegabytes, busiest }) => ({ cpuSeconds, memoryMegabytes, busiest })),
    };
  } finally {
    host.close();
    crowds.leave();
  }
}

/** Once the question is well open. @param {import("../crowd/crowds.mjs").Crowds} crowds @param {number} share @param {number} spreadSeconds */
async function dropInMidst(crowds, share, spreadSeconds) {
  const openAfterMs = 1_400;
  await pause(openAfterMs + (spreadSeconds * 1_000) / 2);
  await crowds.all("drop", { share });
}
