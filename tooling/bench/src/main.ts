import { answersOptions, runAnswers } from "./answers/run-answers";
import { auditOptions, runAudit } from "./audit/run-audit";
import { boardsOptions, runBoards } from "./boards/run-boards";
import { connectionsOptions, runConnections } from "./fanout/run-connections";
import { fanoutOptions, runFanout } from "./fanout/run-fanout";
import { growthOptions, runGrowth } from "./growth/run-growth";
import type { BenchOptions } from "./options.mjs";
import type { BenchContext } from "./shared/program";
import { type BenchReport, drawTable, toJson } from "./shared/report";
import { runWorker, workerOptions } from "./worker/run-worker";

const runners: Record<BenchOptions["name"], (context: BenchContext, numbers: Record<string, number>) => Promise<BenchReport>> = {
  fanout: (context, numbers) => runFanout(context, fanoutOptions.parse(numbers)),
  answers: (context, numbers) => runAnswers(context, answersOptions.parse(numbers)),
  worker: (context, numbers) => runWorker(context, workerOptions.parse(numbers)),
  boards: (context, numbers) => runBoards(context, boardsOptions.parse(numbers)),
  audit: (context, numbers) => runAudit(context, auditOptions.parse(numbers)),
  growth: (context, numbers) => runGrowth(context, growthOptions.parse(numbers)),
  connections: (context, numbers) => runConnections(context, connectionsOptions.parse(numbers)),
};

/** Runs one benchmark and prints what it has found; the exit code. */
export async function runBench(context: BenchContext, { name, json, numbers }: BenchOptions): Promise<number> {
  const report = await runners[name](context, numbers);
  const { table, ratios, notes, lost } = report;
  const lines = [
    "",
    ...drawTable(table),
    "",
    ...Object.entries(ratios).map(([ratio, value]) => `${ratio}: ${value}`),
    ...notes,
    ...lost.slice(0, 20).map((loss) => `LOST: ${loss}`),
    ...(json ? [toJson(report)] : []),
  ];
  for (const line of lines) context.say(line);
  return lost.length === 0 ? 0 : 1;
}
