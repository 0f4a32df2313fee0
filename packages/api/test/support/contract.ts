import { z } from "zod";

/**
 * The public contract as one of its readers understands it: written from the document, apart from the product's own schemas,
 * and open to additions as any client has to be.
 */
const id = z.uuid();
const gameId = z.string().min(36);
const phase = z.enum(["lobby", "countdown", "question", "reveal", "standings", "podium", "ended"]);
const count = z.int().min(0);
const question = z.looseObject({ id, type: z.string(), text: z.string(), timeLimit: z.int().min(5).max(600), points: z.int().min(0).max(5_000) });

export const contract = {
  tokenPair: z.looseObject({ accessToken: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/), expiresIn: z.literal(900), refreshToken: z.string().min(20) }),
  quiz: z.looseObject({ id, title: z.string(), description: z.string(), language: z.string(), tags: z.array(z.string()), questions: z.array(question) }),
  quizSummary: z.looseObject({ id, title: z.string() }),
  page: <Item extends z.ZodType>(item: Item) => z.looseObject({ items: z.array(item), nextCursor: z.string().nullable() }),
  newGame: z.looseObject({ gameId, pin: z.string().regex(/^\d{6}$/), joinUrl: z.url() }),
  game: z.looseObject({
    gameId, pin: z.string(), quizId: id, phase, paused: z.boolean(), round: count, rounds: count, seq: count,
    participants: count, answered: count, settings: z.looseObject({ speedWeight: z.int() }), locked: z.boolean(),
  }),
  moved: z.looseObject({ phase, round: count, seq: count }),
  joined: z.looseObject({ quizId: z.string(), participantId: id, token: z.string(), wsUrl: z.string().regex(/^wss?:.*\/ws$/) }),
  standing: z.looseObject({ participantId: id, name: z.string(), score: z.int(), rank: z.int().min(1) }),
  report: z.looseObject({
    gameId, quizId: id, title: z.string(), startedAt: z.iso.datetime().nullable(), endedAt: z.iso.datetime().nullable(), verified: z.boolean(),
    participants: z.array(z.looseObject({ participantId: id, name: z.string(), score: z.int(), rank: z.int(), right: count, answered: count, totalTimeMs: count })),
    questions: z.array(z.looseObject({ questionId: id, round: z.int().min(1), type: z.string(), text: z.string(), answered: count, right: count, medianTimeMs: z.number().nullable(), tally: z.looseObject({}) })),
    answers: z.array(z.looseObject({ questionId: id, participantId: id, right: z.boolean().nullable(), points: z.int(), timeMs: count, at: z.iso.datetime() })).optional(),
  }),
  action: z.looseObject({ success: z.boolean(), message: z.string(), scoreDelta: z.int(), newTotalScore: z.int() }),
  problem: z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() }),
};
