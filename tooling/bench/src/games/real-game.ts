import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createTokens } from "@quickfire/api/auth";
import {
  type GameId, gameIdSchema, type GameSettingsInput, gameSettingsSchema, type HostCommandName, nicknameSkeleton, type ParticipantId, participantIdSchema, quizDraftSchema, quizIdSchema,
  type QuizVersion, quizVersionIdSchema, storeQuiz, userIdSchema,
} from "@quickfire/engine";
import { connectRedis, createGameStore, type GameStore, startRedisClock } from "@quickfire/realtime";
import { shards } from "../shared/shards";
import { writeQuiz } from "./written-quiz";

export type Player = { participantId: ParticipantId; token: string };
export type OpenRound = { round: number; questionId: string; optionIds: readonly string[] };

const origin = { ip: "127.0.0.1", userAgent: "bench" };
const joiningAtOnce = 200;

/** A game in Redis, made, entered and moved as web does it. */
export class RealGame {
  readonly players: Player[] = [];

  private constructor(private readonly store: GameStore, readonly gameId: GameId, private readonly quiz: QuizVersion) {}

  static async create(options: { redisUrl: string; questions: number; settings: GameSettingsInput }): Promise<RealGame> {
    const redis = await connectRedis(options.redisUrl);
    const store = await createGameStore({ redis, clock: await startRedisClock(redis), shards });
    const draft = quizDraftSchema.parse(writeQuiz(options.questions));
    const quiz = { ...storeQuiz(draft, randomUUID), quizId: quizIdSchema.parse(randomUUID()), quizVersionId: quizVersionIdSchema.parse(randomUUID()) };
    const gameId = gameIdSchema.parse(randomUUID());
    await store.create({ gameId, quiz, hostUserId: userIdSchema.parse(randomUUID()), settings: gameSettingsSchema.parse({ countdown: 0, floodLock: 100_000, ...options.settings }) });
    return new RealGame(store, gameId, quiz);
  }

  async join(count: number, secret: string): Promise<void> {
    const tokens = createTokens({ secret, now: Date.now });
    const joinOne = async (number: number) => {
      const name = `Player ${number}`;
      const joined = await this.store.join({ gameId: this.gameId, participantId: participantIdSchema.parse(randomUUID()), name, skeleton: nicknameSkeleton(name), avatar: 1, origin });
      if (!joined.ok) throw new Error(`${name} could not join: ${joined.error}`);
      const { participantId } = joined.value.participant;
      this.players[number] = { participantId, token: await tokens.participant.issue({ gameId: this.gameId, participantId }) };
    };
    for (let from = 0; from < count; from += joiningAtOnce) await Promise.all(Array.from({ length: Math.min(joiningAtOnce, count - from) }, (_, index) => joinOne(from + index)));
  }

  /** Moves on until the next question takes answers. */
  async openNext(): Promise<OpenRound> {
    let position = await this.#position();
    while (position.phase !== "question") {
      if (position.phase === "lobby") await this.#command("start");
      else if (position.phase === "reveal" || position.phase === "standings") await this.#command("next");
      else await pause(10);
      position = await this.#position();
    }
    while (this.store.now() < position.startsAt) await pause(5);
    const question = this.quiz.questions[position.round - 1];
    if (question?.type !== "choice") throw new Error(`the quiz has no question ${position.round}`);
    return { round: position.round, questionId: question.id, optionIds: question.options.map(({ id }) => id) };
  }

  async reveal(): Promise<void> {
    if ((await this.#position()).phase === "question") await this.#command("reveal");
  }

  /** Where everyone present has answered, the question closes by itself. */
  async untilRevealed(): Promise<void> {
    while ((await this.#position()).phase === "question") await pause(10);
  }

  /** How many answers the open or just closed round has. */
  async answered(): Promise<number> {
    return (await this.store.tally(this.gameId))?.tally.answered ?? 0;
  }

  async #position() {
    const state = await this.store.state(this.gameId);
    if (!state) throw new Error("the game is gone");
    return state.position;
  }

  async #command(name: Exclude<HostCommandName, "extend">): Promise<void> {
    const moved = await this.store.command({ gameId: this.gameId, command: { name }, origin });
    if (!moved.ok) throw new Error(`${name} was refused: ${moved.error}`);
  }
}
