import { z } from "zod";
import { withSockets } from "../shared/open-files";
import { type BenchContext, startProgram } from "../shared/program";
import { type BenchReport, inDigits, inRange } from "../shared/report";
import { alternate, roundedSpread, rounded, type Spread } from "../shared/statistics";
import { startPostgres, startRedis } from "../shared/storage";
import { fillScores, readUsers } from "./board-rows";
import { measureAround, measureRebuild, measureUpdates, openBoards, type Pair } from "./measure-boards";
import type { StreamServerCommands, StreamServerName } from "./stream-server";
import type { ViewerCommands } from "./viewers";

export const boardsOptions = z.object({ users: z.int(), rows: z.int(), viewers: z.int(), rounds: z.int() });
type Options = z.infer<typeof boardsOptions>;

const eventsPerRound = 5;
const streamNames: StreamServerName[] = ["quickfire", "plain"];

/** What the long-term boards cost beside the plain way: an update, a page around somebody, a rebuild, and telling viewers. */
export async function runBoards(given: BenchContext, options: Options): Promise<BenchReport> {
  const context = withSockets(given, { sockets: options.viewers, flag: "--viewers" });
  const database = await fillScores(await startPostgres(context), options);
  const open = await openBoards(await startRedis(context), database, await readUsers(database));
  await open.fill();
  context.say(`${options.users} users with ${options.rows} score rows are there`);
  const [updates, around, rebuilds]: [Pair[], Pair[], Pair[]] = [[], [], []];
  const lost: string[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    context.say(`round ${round} of ${options.rounds}`);
    updates.push(await measureUpdates(open, round + 1));
    around.push(await measureAround(open));
    const rebuilt = await measureRebuild(open);
    rebuilds.push(rebuilt);
    if (rebuilt.players !== Math.min(options.users, options.rows)) lost.push(`${rebuilt.players} of ${options.users} users are on the board that was made again`);
  }
  open.close();
  await database.close();
  const streams = await measureStreams(context, options, lost);

  const lines = { updateMicros: spreads(updates), aroundMicros: spreads(around), rebuildSeconds: spreads(rebuilds), streamCpuMicrosPerViewer: streams };
  const row = (label: string, { quickfire, plain }: Spreads, digits = 1) => [label, inRange(quickfire, digits), inRange(plain, digits), inDigits(plain.median / quickfire.median)];
  return {
    bench: "boards",
    options,
    table: [
      ["", "Quickfire", "plain", "ratio"],
      row("a user's change on four boards, µs", lines.updateMicros),
      row("page around somebody, µs", lines.aroundMicros, 0),
      row(`rebuild from ${options.rows} rows, s`, lines.rebuildSeconds, 2),
      row(`an event to one of ${options.viewers} viewers, server CPU µs`, lines.streamCpuMicrosPerViewer),
    ],
    variants: lines,
    ratios: Object.fromEntries(Object.entries(lines).map(([name, { quickfire, plain }]) => [`${name}PlainOverQuickfire`, rounded(plain.median / quickfire.median)])),
    notes: ["Plain: a transaction of four ZADD per user; a window over the table; a ZINCRBY per row in pipelines; a copy of the event serialised for each viewer."],
    lost,
  };
}

type Spreads = { quickfire: Spread; plain: Spread };
const spreads = (pairs: readonly Pair[]): Spreads => ({ quickfire: roundedSpread(pairs.map(({ quickfire }) => quickfire)), plain: roundedSpread(pairs.map(({ plain }) => plain)) });

async function measureStreams(context: BenchContext, { viewers, rounds }: Options, lost: string[]): Promise<Spreads> {
  const crews = await Promise.all(
    streamNames.map(async (name) => {
      const server = startProgram<StreamServerCommands>(context, "boards/stream-server.mjs");
      const audience = startProgram<ViewerCommands>(context, "boards/viewers.mjs");
      const { port } = await server.ask("serve", { as: name });
      await audience.ask("open", { port, viewers });
      return { name, server, audience, cpu: [] as number[] };
    }),
  );
  for (const turn of alternate(crews, rounds + 1)) {
    for (const { name, server, audience, cpu } of turn) {
      await audience.ask("expect", { events: viewers * eventsPerRound });
      const { cpuMicros } = await server.ask("tell", { as: name, events: eventsPerRound });
      const { received } = await audience.ask("arrived");
      if (received < viewers * eventsPerRound) lost.push(`${name}: ${received} of ${viewers * eventsPerRound} events arrived`);
      cpu.push(cpuMicros / (viewers * eventsPerRound));
    }
  }
  await Promise.all(crews.flatMap(({ server, audience }) => [server.stop(), audience.stop()]));
  // The first round warms up.
  const [quickfire, plain] = crews.map(({ cpu }) => roundedSpread(cpu.slice(1)));
  if (!quickfire || !plain) throw new Error("both ways are measured");
  return { quickfire, plain };
}
