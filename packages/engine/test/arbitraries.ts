import * as fc from "fast-check";
import {
  gameIdSchema, gameSettingsSchema, newGame, participantIdSchema, pinSchema, quizDraftSchema, quizIdSchema, quizVersionIdSchema, storeQuiz, userIdSchema,
  type GameFacts, type GameSettings, type GameSettingsInput, type GameState, type ParticipantId, type QuizContent, type QuizDraft, type QuizVersion,
} from "../src";

/** Ids in a row, so that a failing example reads well. */
export function idsFrom(first = 1): () => string {
  let next = first;
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, "0")}`;
}

export const participantNumber = (number: number): ParticipantId => participantIdSchema.parse(`11111111-1111-4111-8111-${String(number).padStart(12, "0")}`);

export const anInstant = Date.parse("2026-11-21T09:00:00.000Z");

const words = fc.stringMatching(/^[a-z]{1,12}$/);
const unique = (minLength: number, maxLength: number) => fc.uniqueArray(words, { minLength, maxLength });

const shared = {
  text: words,
  timeLimit: fc.integer({ min: 5, max: 600 }),
  points: fc.integer({ min: 0, max: 5_000 }),
  explanation: fc.option(words, { nil: undefined }),
};

const choice = fc
  .tuple(fc.record(shared), unique(2, 8), fc.nat())
  .map(([fields, texts, right]) => ({ type: "choice", ...fields, options: texts.map((text, index) => ({ text, correct: index === right % texts.length })) }));

const multiple = fc
  .tuple(fc.record(shared), unique(2, 8), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([fields, texts, right]) => ({ type: "multiple", ...fields, options: texts.map((text, index) => ({ text, correct: index === 0 || right[index] === true })) }));

const trueFalse = fc.record({ type: fc.constant("truefalse"), ...shared, answer: fc.boolean() });

const typed = fc.record({ type: fc.constant("typed"), ...shared, accepted: unique(1, 4), typos: fc.integer({ min: 0, max: 3 }) });

/** Words with gaps between them, typed or picked from a bank; the gaps' words have letters that no other word has. */
const gapWords = fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 1, maxLength: 5, selector: (word) => word.toLowerCase() });
const gap = fc
  .tuple(fc.record(shared), gapWords, fc.option(fc.uniqueArray(fc.stringMatching(/^[0-9]{2,5}$/), { maxLength: 3 }), { nil: undefined }))
  .map(([fields, own, bank]) => ({ type: "gap", ...fields, text: own.map((word) => `${fields.text} [[${word}]]`).join(" "), bank }));

const order = fc
  .record({ ...shared, items: fc.array(fc.constantFrom("the", "a", "cat", "saw", "dog"), { minLength: 2, maxLength: 8 }) })
  .filter(({ items }) => new Set(items).size > 1)
  .map((fields) => ({ type: "order", ...fields }));

const match = fc
  .tuple(fc.record(shared), unique(4, 16))
  .map(([fields, texts]) => ({ type: "match", ...fields, pairs: texts.slice(0, texts.length / 2).map((left, index) => [left, texts[Math.floor(texts.length / 2) + index]]) }));

const numeric = fc
  .record({ ...shared, answer: fc.integer({ min: -50, max: 50 }), tolerance: fc.integer({ min: 0, max: 5 }), unit: fc.constantFrom("", "km"), bounded: fc.boolean() })
  .map(({ bounded, ...fields }) => ({ type: "numeric", ...fields, ...(bounded ? { min: -60, max: 60 } : {}) }));

const dictation = fc
  .tuple(fc.record(shared), fc.array(words, { minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([fields, spoken, isFile]) => ({ type: "dictation", ...fields, answer: spoken.join(" "), ...(isFile ? { audio: "/media/heard.mp3" } : { speech: "what is spoken" }) }));

const poll = fc.tuple(fc.record(shared), unique(2, 8)).map(([fields, texts]) => ({ type: "poll", ...fields, options: texts.map((text) => ({ text })) }));
const wordcloud = fc.record({ type: fc.constant("wordcloud"), ...shared });
const slide = fc.record({ type: fc.constant("slide"), ...shared });

const anyQuestion = fc.oneof(choice, multiple, trueFalse, typed, gap, order, match, numeric, dictation, poll, wordcloud, slide);

/** A finished quiz, as its author's JSON. */
export const quizJson = ({ maxQuestions = 6 } = {}) =>
  fc.record({ title: words, language: fc.constantFrom("en", "vi"), questions: fc.array(anyQuestion, { minLength: 1, maxLength: maxQuestions }) });

export const quizDraft = (options?: { maxQuestions?: number }): fc.Arbitrary<QuizDraft> => quizJson(options).map((json) => quizDraftSchema.parse(json));

export const versionOf = (content: QuizContent): QuizVersion => ({
  ...content,
  quizId: quizIdSchema.parse("22222222-2222-4222-8222-222222222222"),
  quizVersionId: quizVersionIdSchema.parse("33333333-3333-4333-8333-333333333333"),
});

export const quizVersion = (options?: { maxQuestions?: number }): fc.Arbitrary<QuizVersion> =>
  quizDraft(options).map((draft) => versionOf(storeQuiz(draft, idsFrom())));

export const settings: fc.Arbitrary<GameSettings> = fc
  .record({
    start: fc.constantFrom("manual" as const, "auto" as const),
    pace: fc.constantFrom("manual" as const, "auto" as const),
    feedback: fc.constantFrom("reveal" as const, "instant" as const),
    leaderboard: fc.constantFrom("live" as const, "reveal" as const, "end" as const, "never" as const),
    speedWeight: fc.integer({ min: 0, max: 100 }),
    streak: fc.boolean(),
    closeWhenAllAnswered: fc.boolean(),
    countdown: fc.integer({ min: 0, max: 30 }),
    graceMs: fc.integer({ min: 0, max: 5_000 }),
  })
  .map((given) => gameSettingsSchema.parse(given));

export const factsOf = (quiz: QuizVersion, given: GameSettingsInput = {}): GameFacts => ({
  gameId: gameIdSchema.parse("44444444-4444-4444-8444-444444444444"),
  pin: pinSchema.parse("483920"),
  quizId: quiz.quizId,
  quizVersionId: quiz.quizVersionId,
  hostUserId: userIdSchema.parse("55555555-5555-4555-8555-555555555555"),
  title: quiz.title,
  rounds: quiz.questions.length,
  settings: gameSettingsSchema.parse(given),
  createdAt: anInstant,
});

export const gameOf = (quiz: QuizVersion, given: GameSettingsInput = {}): GameState => newGame(factsOf(quiz, given), "1", anInstant);

/** A quiz of so many quick choice questions; the first option is the right one. */
export function plainQuiz(rounds: number, fields: Record<string, unknown> = {}): QuizVersion {
  const questions = Array.from({ length: rounds }, (_, index) => ({
    type: "choice",
    text: `Question ${index + 1}`,
    options: [{ text: "right", correct: true }, { text: "wrong" }, { text: "odd" }],
    ...fields,
  }));
  return versionOf(storeQuiz(quizDraftSchema.parse({ title: "Plain", questions }), idsFrom()));
}
