import {
  botName, err, mostBots, nicknameSkeleton, ok, participantIdSchema, planBotAnswer, questionOf, type ParticipantId, type QuizVersion,
} from "@quickfire/engine";
import { asked } from "../errors";
import { addBots } from "../functions/definitions";
import type { StoredGame } from "../game-fields";
import type { GameStore, MarkedAnswer, Origin } from "../game-store.types";
import type { StoreParts } from "./parts";

/** Gives the answers of a game's bots whose time has come. Safe to do twice, and on several nodes at once: each counts once. */
export type PlayBots = (game: { game: StoredGame; quiz: QuizVersion }) => Promise<void>;

const avatarCount = 240;
/** There are fewer animals than bots: those whose names were taken ask again, with a number. */
const lastAttempt = 12;

/** Where nobody's device is behind it. */
const fromNowhere: Origin = { ip: null, userAgent: "quickfire: a host's bot" };

/**
 * Bots to rehearse with. Nobody holds them: what a bot answers, and when, follows from its id and the question, so whichever node's clock
 * looks at the game finds which answers are due, and hands them in the way in which everybody's are.
 */
export function createPractising(
  { redis, call, clock, keysOf, newId, randomInt, readGame, readQuiz, schedule }: StoreParts,
  { submitAnswers, remove }: Pick<GameStore, "submitAnswers" | "remove">,
): Pick<GameStore, "addBots" | "removeBots"> & { playBots: PlayBots } {
  function newBot(language: string, attempt: number) {
    const participantId = participantIdSchema.parse(newId());
    const name = botName(randomInt, language, attempt);
    return { participantId, skeleton: nicknameSkeleton(name), participant: JSON.stringify({ participantId, name, avatar: randomInt(avatarCount), bot: true }) };
  }

  return {
    async addBots({ gameId, count, origin }) {
      const language = (await readQuiz(gameId))?.language ?? "en";
      let [bots, left] = [0, count];
      for (let attempt = 0; left > 0 && attempt <= lastAttempt; attempt += 1) {
        const each = Array.from({ length: left }, () => newBot(language, attempt));
        const added = await call(addBots, { keys: keysOf(gameId), args: { gameId, most: mostBots, origin: JSON.stringify(origin) }, each });
        if (!added.ok && bots === 0) return err(added.error);
        // Full, or begun meanwhile: those that are in are in.
        if (!added.ok) break;
        schedule(added.value.publishAt);
        bots = added.value.bots;
        left -= added.value.came;
      }
      return ok({ bots });
    },

    async removeBots({ gameId, origin }) {
      const game = await readGame(gameId);
      if (!game) return err("NOT_FOUND");
      if (game.state.position.phase !== "lobby") return err("WRONG_PHASE");
      const bots = await asked("reading a game's bots", redis.smembers(keysOf(gameId).bots));
      for (const id of bots) {
        const removed = await remove(gameId, participantIdSchema.parse(id), origin);
        if (!removed.ok) return removed;
      }
      return ok(null);
    },

    async playBots({ game: { state, bots }, quiz }) {
      const { position, paused, facts: { gameId } } = state;
      if (bots === 0 || position.phase !== "question" || paused) return;
      const question = questionOf(quiz, position.round);
      const keys = keysOf(gameId);
      const thinking = await asked("reading which bots think", redis.sdiff(keys.bots, keys.answered));
      const now = clock.now();
      const answers = thinking.flatMap((id): MarkedAnswer[] => {
        const participantId: ParticipantId = participantIdSchema.parse(id);
        const planned = planBotAnswer({ participantId, question, language: quiz.language });
        const receivedAt = position.startsAt + (planned?.afterMs ?? Infinity);
        if (!planned || receivedAt > now) return [];
        return [{ participantId, receivedAt, origin: fromNowhere, submission: { questionId: question.id, answer: planned.answer, actionId: `${question.id}-bot` } }];
      });
      if (answers.length > 0) await submitAnswers(gameId, answers);
    },
  };
}
