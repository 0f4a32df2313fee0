import { randomUUID } from "node:crypto";
import {
  gameIdSchema, gameSettingsSchema, type HostCommandName, nicknameSkeleton, participantIdSchema, type ParticipantId, type Phase, questionOf, quizDraftSchema, storeQuiz, type UserId,
} from "@quickfire/engine";
import { createGameRepository, createQuizRepository, createUserRepository, type Database } from "@quickfire/db";
import { connectRedis, createGameStore, startDuePoller, startRedisClock, type Vouching } from "@quickfire/realtime";
import { buildQuiz, waitFor } from "@quickfire/testing";

export const shards = 16;
const origin = { ip: "192.0.2.7", userAgent: "a test" };

/** The live edge without its sockets: games are played here as they are anywhere. */
export async function openLiveEdge(redisUrl: string, vouching: Vouching = "nobody") {
  const redis = await connectRedis(redisUrl);
  const clock = await startRedisClock(redis);
  const store = await createGameStore({ redis, clock, shards, vouching });
  const poller = startDuePoller({ store });
  return {
    store,
    redis,
    clock,
    close: async () => {
      await poller.stop();
      clock.stop();
      redis.disconnect();
    },
  };
}
export type LiveEdge = Awaited<ReturnType<typeof openLiveEdge>>;

/** A quiz, its version and a game of it, in Postgres and in Redis, with nobody in it yet. */
export async function openGame({ store }: LiveEdge, database: Database) {
  const host = await createUserRepository(database).create({ name: "Host", email: `${randomUUID()}@quickfire.test`, password: "a host's password", roles: ["author"] });
  if (!host.ok) throw new Error(host.error);
  const hostUserId = host.value.userId;
  const quizzes = createQuizRepository(database);
  const content = storeQuiz(quizDraftSchema.parse(buildQuiz()), randomUUID);
  const { quizId } = await quizzes.create({ ownerId: hostUserId, content, problems: 0 });
  const version = await quizzes.publish({ quizId, ownerId: hostUserId });
  if (!version.ok) throw new Error(version.error);
  const quiz = version.value;
  const gameId = gameIdSchema.parse(randomUUID());
  const settings = gameSettingsSchema.parse({ countdown: 0, closeWhenAllAnswered: false });
  const { pin } = await store.create({ gameId, quiz, hostUserId, settings });
  await createGameRepository(database).recordCreated({ gameId, quizId, quizVersionId: quiz.quizVersionId, hostUserId, title: quiz.title, pin, settings });

  async function reach(phase: Phase): Promise<void> {
    await waitFor(async () => (await store.state(gameId))?.position.phase === phase, { what: `the phase ${phase}` });
  }

  return {
    gameId,
    hostUserId,
    quiz,
    async join(name: string, userId?: UserId): Promise<ParticipantId> {
      const joined = await store.join({ gameId, participantId: participantIdSchema.parse(randomUUID()), name, skeleton: nicknameSkeleton(name), avatar: 1, userId, origin });
      if (!joined.ok) throw new Error(joined.error);
      return joined.value.participant.participantId;
    },
    async command(name: Exclude<HostCommandName, "extend">, phase: Phase): Promise<void> {
      const moved = await store.command({ gameId, command: { name }, origin });
      if (!moved.ok) throw new Error(`${name}: ${moved.error}`);
      await reach(phase);
    },
    remove: (participantId: ParticipantId) => store.remove(gameId, participantId, origin),
    /** Answers of one round, sent together. */
    async answer(round: number, given: [ParticipantId, { selectedOption?: number; answer?: Record<string, unknown>; actionId?: string }][]) {
      await waitFor(async () => {
        const position = (await store.state(gameId))?.position;
        return position?.phase === "question" && position.round === round && store.now() >= position.startsAt;
      });
      const { id: questionId } = questionOf(quiz, round);
      const receivedAt = store.now();
      return store.submitAnswers(gameId, given.map(([participantId, submission]) => ({ participantId, receivedAt, origin, submission: { questionId, ...submission } })));
    },
  };
}

/**
 * From the lobby to an early end: right and wrong answers, a repeat, a conflict, nonsense that Postgres could not hold, a removal, a
 * late join, a skipped round, typed words.
 */
export async function playThrough(edge: LiveEdge, database: Database) {
  const game = await openGame(edge, database);
  const [ann, ben, cat] = [await game.join("Ann"), await game.join("Ben"), await game.join("Cat")];
  await game.command("start", "question");
  await game.answer(1, [[ann, { selectedOption: 0, actionId: "a1" }], [ben, { selectedOption: 1 }], [cat, { selectedOption: 0 }]]);
  await game.answer(1, [[ann, { selectedOption: 0 }], [ann, { selectedOption: 2 }], [ben, { selectedOption: 99 }]]);
  await game.command("reveal", "reveal");
  await game.remove(cat);
  const dan = await game.join("Dan");
  await game.command("next", "standings");
  await game.command("next", "question");
  await game.answer(2, [[dan, { answer: { options: [0, 1] } }], [ann, { answer: { options: [0, 1] } }]]);
  await game.command("skip", "question");
  await game.answer(3, [[ann, { answer: { value: true } }], [ben, { answer: { value: true } }], [dan, { answer: { value: false } }]]);
  await game.command("reveal", "reveal");
  await game.command("next", "standings");
  await game.command("next", "question");
  await game.answer(4, [[ben, { answer: { text: "colour" } }], [dan, { answer: { text: "kolor \u0000\ud83d" } }]]);
  await game.command("end", "ended");
  return { ...game, ann, ben, cat, dan };
}
