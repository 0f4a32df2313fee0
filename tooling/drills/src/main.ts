/** The drills as a program: the fault is real, the processes are real, and the ledger is the judge. */
import { runCommand } from "@quickfire/launcher/commands/run-command";
import { drawSeed } from "@quickfire/testing";
import { drills } from "./catalogue";
import { parseDrillOptions } from "./options";
import { listOf, reasonsOf, tableOf } from "./report";
import { type DrillOutcome, hasHeld, runDrill } from "./run-drill";
import { startDrillStack } from "./stack/drill-stack";
import { makeDrillFolder } from "./stack/drill-folder";

await runCommand(async ({ guard, say }) => {
  const options = parseDrillOptions(process.argv.slice(2), drills.map(({ name }) => name));
  const { what, portBase, full, control } = options;
  if (what.kind === "list") {
    for (const line of listOf(drills)) say(line);
    return 0;
  }
  const seed = options.seed ?? drawSeed();
  const chosen = what.kind === "all" ? drills : drills.filter(({ name }) => what.names.includes(name));
  const folder = await makeDrillFolder();
  say(`seed ${seed}; logs in ${folder.path}/logs until it all held`);
  const outcomes: DrillOutcome[] = [];
  const stack = await startDrillStack({ guard, portBase, dir: folder.path, say });
  for (const drill of chosen) {
    say(`\n── ${drill.name}: ${drill.fault}`);
    outcomes.push(await runDrill(drill, { stack, seed, full, control, players: options.players ?? undefined, say: (line) => say(`  ${line}`) }));
  }
  await stack.stop();
  const held = outcomes.every(hasHeld);
  if (held) await folder.remove();
  say("");
  for (const line of [...tableOf(outcomes), ...reasonsOf(outcomes)]) say(line);
  if (options.json) say(JSON.stringify({ seed, held, drills: outcomes }));
  return held ? 0 : 1;
}, { codeWhenStopped: 1 });
