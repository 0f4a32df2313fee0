import { runCommand } from "@quickfire/launcher/commands/run-command";
import { LaunchError } from "@quickfire/launcher/launch-error";
import { isClean } from "./ledger/reconcile.mjs";
import { parseLoadOptions } from "./options.mjs";
import { RefusedError, signInAuthor } from "./play/author.mjs";
import { playGame } from "./play/play-game.mjs";
import { createProgressLine } from "./report/progress-line.mjs";
import { sayGame } from "./report/say-game.mjs";
import { playRun } from "./runs/runs.mjs";
import { startOwnStack } from "./stack/own-stack.mjs";

/** @typedef {import("./options.mjs").LoadOptions} LoadOptions */

/** `npm run load`: exit code 0 where every receipt is where it should be. @param {readonly string[]} args */
export function load(args) {
  const options = readOptions(args);
  return runCommand((context) => runLoad(context, options), { codeWhenStopped: 1 });
}

/** @param {readonly string[]} args @returns {LoadOptions} */
function readOptions(args) {
  try {
    return parseLoadOptions(args);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

/** @param {import("@quickfire/launcher/commands/run-command").CommandContext} context @param {LoadOptions} options @returns {Promise<number>} */
async function runLoad(context, options) {
  const progress = createProgressLine({ stream: process.stderr });
  try {
    const target = await findTarget(context, options);
    const author = await signInAuthor(target.webUrl);
    const around = { target, author, options, onStage: progress.at };
    const outcome = await playRun(options, async (changes) => {
      const game = await playGame(around, { players: options.players, questions: options.questions, connectsTogether: false, dropShare: 0, endsAt: Infinity, ...changes });
      progress.clear();
      sayGame(game, context.say);
      return game;
    });
    if (outcome.broke) context.say(`\nbreaks at ${outcome.broke.players} players: ${outcome.broke.what.join("; ")}`);
    if (options.json) context.say(JSON.stringify({ options: { ...options, databaseUrl: undefined }, ...outcome }));
    author.close();
    return outcome.games.every(({ verdict }) => isClean(verdict)) ? 0 : 1;
  } catch (error) {
    throw error instanceof RefusedError ? new LaunchError(error.message) : error;
  } finally {
    progress.close();
  }
}

/** @param {import("@quickfire/launcher/commands/run-command").CommandContext} context @param {LoadOptions} options @returns {Promise<import("./stack/own-stack.mjs").Target>} */
async function findTarget(context, options) {
  if (options.url === null) return startOwnStack(context, options);
  const socketUrl = context.env.PUBLIC_WS_URL;
  const { hostname, protocol, port } = new URL(options.url);
  const besideIt = `${protocol === "https:" ? "wss" : "ws"}://${hostname}:${Number(port || 80) + 90}`;
  return { webUrl: options.url, socketUrls: [socketUrl ?? besideIt], databaseUrl: options.databaseUrl, isOwn: false, isLocal: false };
}
