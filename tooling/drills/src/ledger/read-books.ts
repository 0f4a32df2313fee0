import { decodeBoardNumber, gameIdSchema } from "@quickfire/engine";
import { gameKeys, shardKeys } from "@quickfire/realtime";
import { waitFor } from "@quickfire/testing";
import { z } from "zod";
import type { DrillStack } from "../stack/drill-stack";

/** What Redis and Postgres say of a game, each for itself. */
export type Books = {
  /** `<round> <participantId>` → the chosen option. */
  redisAnswers: ReadonlyMap<string, string>;
  postgresAnswers: ReadonlyMap<string, string>;
  /** `<round> <participantId>` → how many events say that the answer was counted. */
  counted: ReadonlyMap<string, number>;
  redisScores: ReadonlyMap<string, number>;
  /** The sum of the points of each participant's answers. */
  postgresScores: ReadonlyMap<string, number>;
  finalScores: ReadonlyMap<string, number>;
  verified: boolean | null;
};

type Storage = Pick<DrillStack, "redisClient" | "sql" | "shards">;

const choiceSchema = z.object({ option: z.string() });
const storedSchema = z.object({ answer: choiceSchema });
const groupsSchema = z.array(z.array(z.unknown()));

export const bookKey = (round: number, participantId: string): string => `${round} ${participantId}`;

export async function readBooks(storage: Storage, { gameId, rounds }: { gameId: string; rounds: number }): Promise<Books> {
  const { sql } = storage;
  const answers = await sql<{ round: number; participant: string; answer: unknown; points: number }[]>`
    select round, participant_id as participant, answer, points from game_answers where game_id = ${gameId}`;
  const counted = await sql<{ round: number; participant: string; times: number }[]>`
    select (select round from game_rounds r where r.game_id = e.game_id and r.question_id = e.question_id) as round, participant_id as participant, count(*)::int as times
    from audit_events e where game_id = ${gameId} and type = 'ANSWER_SUBMITTED' group by 1, 2`;
  const standings = await sql<{ participant: string; score: number }[]>`select participant_id as participant, score from game_standings where game_id = ${gameId}`;
  const [outcome] = await sql<{ verified: boolean | null }[]>`select verified from game_outcomes where game_id = ${gameId}`;
  const postgresScores = new Map<string, number>();
  for (const { participant, points } of answers) postgresScores.set(participant, (postgresScores.get(participant) ?? 0) + points);
  return {
    ...(await readRedis(storage, { gameId, rounds })),
    postgresAnswers: new Map(answers.map(({ round, participant, answer }) => [bookKey(round, participant), choiceSchema.parse(answer).option])),
    counted: new Map(counted.map(({ round, participant, times }) => [bookKey(round, participant), times])),
    postgresScores,
    finalScores: new Map(standings.map(({ participant, score }) => [participant, score])),
    verified: outcome?.verified ?? null,
  };
}

async function readRedis({ redisClient, shards }: Storage, { gameId, rounds }: { gameId: string; rounds: number }) {
  const keys = gameKeys(gameIdSchema.parse(gameId), shards);
  const redisAnswers = new Map<string, string>();
  for (let round = 1; round <= rounds; round += 1) {
    const stored = await redisClient.hgetall(keys.answers(round));
    for (const [participant, json] of Object.entries(stored)) redisAnswers.set(bookKey(round, participant), storedSchema.parse(JSON.parse(json)).answer.option);
  }
  const board = await redisClient.zrange(keys.board, "0", "-1", "WITHSCORES");
  const redisScores = new Map<string, number>();
  for (let at = 0; at < board.length; at += 2) redisScores.set(board[at] ?? "", decodeBoardNumber(Number(board[at + 1])).points);
  return { redisAnswers, redisScores };
}

/** Until the worker has brought all of the durable log into Postgres and said so; false where that takes too long. */
export async function drainLog({ redisClient, shards }: Storage, timeoutMs: number): Promise<boolean> {
  const logs = Array.from({ length: shards }, (_, shard) => shardKeys(shard).log);
  const isDrained = async (log: string): Promise<boolean> => {
    if ((await redisClient.exists(log)) === 0) return true;
    const groups = groupsSchema.parse(await redisClient.xinfo("GROUPS", log)).map((facts) => (name: string) => facts[facts.indexOf(name) + 1]);
    // Redis's own `lag` also counts entries that a drill has taken away unread.
    const unread = await Promise.all(groups.map((fact) => redisClient.xrange(log, `(${String(fact("last-delivered-id"))}`, "+", "COUNT", 1)));
    return groups.length > 0 && groups.every((fact) => Number(fact("pending")) === 0) && unread.every((entries) => entries.length === 0);
  };
  return waitFor(async () => (await Promise.all(logs.map(isDrained))).every(Boolean), { timeoutMs, everyMs: 100 }).catch(() => false);
}
