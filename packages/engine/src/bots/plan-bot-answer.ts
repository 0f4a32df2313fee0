import { isAnswered, type StoredQuestion } from "../question-types";
import { seededChance } from "../seeded-chance";
import type { RandomInt } from "../chance";
import { likelyAnswer } from "./likely-answer";

/** `answer` is the typed form of CONTRACT.md, section 5. */
export type BotAnswer = { afterMs: number; answer: Record<string, unknown> };

type Bot = { participantId: string; question: StoredQuestion; /** Of the quiz, for what has no right answer. */ language: string };

/** Nobody thinks for minutes, however much time there is. */
const longestThoughtMs = 40_000;
/** Of the time that they take: from the quickest to the slowest. */
const thoughtPercent = { least: 10, most: 88 } as const;
/** How many of a hundred answers are right: of the weakest bot, how far the best is ahead, and what a question makes of it either way. */
const skillPercent = { weakest: 40, spread: 45, difficulty: 20 } as const;

/** The middle of three draws: mostly about the half, seldom at an end. */
const bellPercent = (randomInt: RandomInt): number => [randomInt(101), randomInt(101), randomInt(101)].toSorted((one, other) => one - other)[1] ?? 50;

const skillOf = (participantId: string): number => skillPercent.weakest + seededChance(participantId)(skillPercent.spread + 1);

const easeOf = (questionId: string): number => seededChance(questionId)(2 * skillPercent.difficulty + 1) - skillPercent.difficulty;

/**
 * What a bot answers to a question, and how long after its opening; null where it asks nothing. Depends on nothing but its arguments, so
 * any process finds the same one: nobody has to remember it, and whoever gives it twice gives the same answer twice.
 * The time is one of the question as it was written, so an extension changes nothing that has begun.
 */
export function planBotAnswer({ participantId, question, language }: Bot): BotAnswer | null {
  if (!isAnswered(question)) return null;
  const randomInt = seededChance(`${participantId}\n${question.id}`);
  const { least, most } = thoughtPercent;
  const percent = least + ((most - least) * bellPercent(randomInt)) / 100;
  const isRight = randomInt(100) < skillOf(participantId) + easeOf(question.id);
  const afterMs = Math.round((Math.min(question.timeLimit * 1_000, longestThoughtMs) * percent) / 100);
  return { afterMs, answer: likelyAnswer({ question, isRight, randomInt, language }) };
}
