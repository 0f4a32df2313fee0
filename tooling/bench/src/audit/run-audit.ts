import { type AuditFilter, createAuditRepository, type Database } from "@quickfire/db";
import { z } from "zod";
import type { BenchContext } from "../shared/program";
import { type BenchReport, inDigits, inRange } from "../shared/report";
import { median, rounded, roundedSpread, type Spread } from "../shared/statistics";
import { startPostgres } from "../shared/storage";
import { fillAudit, type OldGame } from "./audit-rows";

export const auditOptions = z.object({ rows: z.int(), rounds: z.int() });

const pageSize = 50;
/** Rows of a file that are read to know how fast it comes. */
const fileRows = 50_000;

type Question = { name: string; label: string; filter: AuditFilter; /** The same as one condition. */ plain: string; values: string[]; finds: boolean };

const hour = 3_600_000;
const questionsAbout = ({ gameId, userId, name, address, agent, at }: OldGame): Question[] => [
  { name: "newest", label: "the newest", filter: {}, plain: "true", values: [], finds: true },
  { name: "game", label: "a game", filter: { gameId }, plain: "game_id = $1", values: [gameId], finds: true },
  { name: "user", label: "an account", filter: { user: userId }, plain: "participant_id in (select participant_id from game_participants where user_id = $1::uuid)", values: [userId], finds: true },
  { name: "playerName", label: "a player's name", filter: { name }, plain: "participant_id in (select participant_id from game_participants where name ilike '%' || $1 || '%')", values: [name], finds: true },
  { name: "address", label: "an address, of one old game", filter: { address }, plain: "ip = $1", values: [address], finds: true },
  { name: "unknownAddress", label: "an address that never came", filter: { address: "203.0.113.1" }, plain: "ip = $1", values: ["203.0.113.1"], finds: false },
  { name: "usualAgent", label: "words of a usual browser", filter: { agent: "browser7" }, plain: "user_agent ilike '%' || $1 || '%'", values: ["browser7"], finds: true },
  { name: "seldomAgent", label: "words of a browser, of one old game", filter: { agent }, plain: "user_agent ilike '%' || $1 || '%'", values: [agent], finds: true },
  { name: "seldomAgentHour", label: "the same, within an hour", filter: { agent, from: at, to: new Date(at.getTime() + hour) }, plain: "user_agent ilike '%' || $1 || '%' and at >= $2::timestamptz and at < $2::timestamptz + interval '1 hour'", values: [agent, at.toISOString()], finds: true },
];

async function millisOf(work: () => Promise<number>): Promise<{ ms: number; found: number }> {
  const startedAt = performance.now();
  const found = await work();
  return { ms: performance.now() - startedAt, found };
}

/** The first page of an answer, as one would ask for it at first: everything that fits, sorted, the first fifty. Without the index that is no tree. */
const askPlainly = ({ sql }: Database, { plain, values }: Question) =>
  sql.begin(async (transaction) => {
    await transaction`set local enable_bitmapscan = off`;
    return (await transaction.unsafe(`select * from audit_events where ${plain} order by at desc, event_id desc limit ${pageSize}`, values)).length;
  });

/** What admins ask of the audit, of so many rows, beside one statement each; and how fast a file of it comes. */
export async function runAudit(context: BenchContext, { rows, rounds }: z.infer<typeof auditOptions>): Promise<BenchReport> {
  const { database, old } = await fillAudit(await startPostgres(context), rows);
  context.say(`${rows} rows of the audit are there`);
  const audit = createAuditRepository(database);
  const questions = questionsAbout(old);
  const times = new Map(questions.map((question) => [question, { quickfire: [] as number[], plain: [] as number[] }]));
  const lost: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    context.say(`round ${round} of ${rounds}`);
    for (const [question, { quickfire, plain }] of times) {
      const ours = await millisOf(async () => {
        const page = await audit.search({ ...question.filter, limit: pageSize });
        return page.ok ? page.value.items.length : 0;
      });
      const theirs = await millisOf(() => askPlainly(database, question));
      quickfire.push(ours.ms);
      plain.push(theirs.ms);
      if (ours.found !== theirs.found || ours.found > 0 !== question.finds) lost.push(`${question.label}: ${ours.found} found, ${theirs.found} by one statement`);
    }
  }
  const file = await millisOf(() => readFile(audit, Math.min(rows, fileRows)));
  await database.close();

  const lines = [...times].map(([{ name, label }, { quickfire, plain }]) => ({ name, label, quickfire: roundedSpread(quickfire), plain: roundedSpread(plain) }));
  const ratioOf = ({ quickfire, plain }: Record<"quickfire" | "plain", Spread>) => plain.median / quickfire.median;
  const perSecond = file.found / (file.ms / 1_000);
  return {
    bench: "audit",
    options: { rows, rounds },
    table: [["ms to the first page", "Quickfire", "one statement", "ratio"], ...lines.map((line) => [line.label, inRange(line.quickfire), inRange(line.plain), inDigits(ratioOf(line))])],
    variants: { ...Object.fromEntries(lines.map(({ name, quickfire, plain }) => [name, { quickfire, plain }])), file: { rows: file.found, rowsPerSecond: rounded(perSecond) } },
    ratios: Object.fromEntries(lines.map((line) => [`${line.name}PlainOverQuickfire`, rounded(ratioOf(line))])),
    notes: [`A file comes with ${inDigits(perSecond, 0)} rows a second, in batches of 1,000.`, `The median of all questions is ${inDigits(median(lines.map(({ quickfire }) => quickfire.median)))} ms.`],
    lost,
  };
}

async function readFile(audit: ReturnType<typeof createAuditRepository>, rows: number): Promise<number> {
  let [read, after]: [number, string | null] = [0, null];
  do {
    const { events, next } = await audit.batches({ filter: {}, after });
    read += events.length;
    after = next;
  } while (after !== null && read < rows);
  return read;
}
