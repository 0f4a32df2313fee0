import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTokens } from "@quickfire/api/auth";
import { answerSubmissionSchema, gameIdSchema, participantIdSchema, pointsForAnswer, quizDraftSchema, readAnswer, storeQuiz, type StoredQuestion } from "@quickfire/engine";
import { initTRPC, TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { Redis } from "ioredis";
import { WebSocketServer } from "ws";
import { authSecret } from "../games/ws-server";
import type { OpenRound, Player } from "../games/real-game";
import { writeQuiz } from "../games/written-quiz";
import { serveCommands, usage } from "../shared/serve-commands";
import { answerOnceLibrary } from "./answer-once-library";

/** What one would write first: a stock mutation behind a check of who calls, with one call of a Redis Function for each answer. */
const tokens = createTokens({ secret: authSecret, now: Date.now });
const gameId = gameIdSchema.parse(randomUUID());
const origin = JSON.stringify({ ip: "127.0.0.1", userAgent: "bench" });
const key = (name: string) => `{bench}:${gameId}:${name}`;
const keysOf = (round: number) => [key("game"), key("board"), key(`answers:${round}`), key("streaks"), key(`tally:${round}`), key("answered"), key("waiting"), key("dirty"), key("log")];

let redis: Redis | null = null;
let questions: readonly StoredQuestion[] = [];
let open: { round: number; startsAt: number; limitMs: number } = { round: 0, startsAt: 0, limitMs: 1 };

const t = initTRPC.context<{ participantId: string | null }>().create({ isDev: false });
const participantProcedure = t.procedure.use(({ ctx, next }) => {
  if (ctx.participantId === null) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { participantId: ctx.participantId } });
});

const router = t.router({
  hello: participantProcedure.query(() => "hello"),
  answer: participantProcedure.input(answerSubmissionSchema).mutation(async ({ ctx, input }) => {
    const receivedAt = Date.now();
    const { questionId, actionId } = input;
    const question = questions.find(({ id }) => id === questionId);
    if (!question || !redis) return { questionId, actionId, accepted: false, reason: "WRONG_QUESTION" };
    const read = readAnswer(question, input);
    if (!read.ok) return { questionId, actionId, accepted: false, reason: read.error };
    const { answer, mark, tallyKeys } = read.value;
    const elapsedMs = Math.max(0, receivedAt - open.startsAt);
    const points = pointsForAnswer({ points: question.points, share: mark?.share ?? 0, elapsedMs, limitMs: open.limitMs, speedWeight: 50 });
    const keys = keysOf(questions.indexOf(question) + 1);
    const outcome = await redis.fcall(
      "bench_answer_once", keys.length, ...keys, gameId, ctx.participantId, questions.indexOf(question) + 1, receivedAt, JSON.stringify(answer), mark?.correct ? "1" : "0", points, question.points,
      open.limitMs, tallyKeys[0] ?? "", JSON.stringify(input), origin,
    );
    const [name] = outcome as [string];
    return name === "ACCEPTED" || name === "REPEATED" ? { questionId, actionId, accepted: true, repeated: name === "REPEATED" ? true : undefined } : { questionId, actionId, accepted: false, reason: name };
  }),
});

const server = createServer();
applyWSSHandler({
  wss: new WebSocketServer({ server, perMessageDeflate: false }),
  router,
  createContext: async ({ info }) => ({ participantId: (await tokens.participant.read(info.connectionParams?.token ?? ""))?.participantId ?? null }),
});

export type StockCommands = typeof commands;
const commands = serveCommands({
  listen: async ({ redisUrl, count, questions: rounds }: { redisUrl: string; count: number; questions: number }) => {
    redis = new Redis(redisUrl);
    await redis.function("LOAD", "REPLACE", answerOnceLibrary);
    questions = storeQuiz(quizDraftSchema.parse(writeQuiz(rounds)), randomUUID).questions;
    const ids = Array.from({ length: count }, () => participantIdSchema.parse(randomUUID()));
    for (const id of ids) await redis.zadd(key("board"), `${2 ** 26 - 1}`, id);
    const players: Player[] = await Promise.all(ids.map(async (participantId) => ({ participantId, token: await tokens.participant.issue({ gameId, participantId }) })));
    await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, resolve));
    return { port: (server.address() as AddressInfo).port, players };
  },
  openNext: async (): Promise<OpenRound> => {
    open = { round: open.round + 1, startsAt: Date.now() - 1, limitMs: 240_000 };
    const question = questions[open.round - 1];
    if (question?.type !== "choice") throw new Error(`the quiz has no question ${open.round}`);
    await redis?.hset(key("game"), { phase: "question", round: `${open.round}`, startsAt: `${open.startsAt}`, endsAt: `${open.startsAt + open.limitMs}`, graceMs: "300", epoch: "bench" });
    const waiting = await redis?.zrange(key("board"), "0", "-1");
    for (const id of waiting ?? []) await redis?.zadd(key("waiting"), `${open.startsAt + open.limitMs}`, id);
    await redis?.del(key("answered"));
    return { round: open.round, questionId: question.id, optionIds: question.options.map(({ id }) => id) };
  },
  answered: async () => Number((await redis?.hget(key(`tally:${open.round}`), "answered")) ?? 0),
  usage: () => usage(),
});
