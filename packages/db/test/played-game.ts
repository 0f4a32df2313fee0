import { randomUUID } from "node:crypto";
import { participantIdSchema, type QuizVersion, readAnswer } from "@quickfire/engine";
import type { Database } from "../src/database";
import { type AnswerRow, type LogRows, noLogRows } from "../src/log/log-rows";
import { writeLogRows } from "../src/log/write-log-rows";
import { recordGame, recordGameAgain, type RecordedGame } from "./recorded-game";

const startedAt = Date.UTC(2026, 10, 20, 9);

/** What each of the five players answers in the four rounds: choice, multiple, truefalse (skipped), typed. Times in ms. */
type Given = { selectedOption?: string; answer?: unknown; points: number; timeMs: number };
const given: Record<string, (Given | null)[]> = {
  Ann: [
    { selectedOption: "large", points: 900, timeMs: 1_000 },
    { answer: { options: ["apple", "pear"] }, points: 1_000, timeMs: 4_000 },
    { answer: { value: true }, points: 800, timeMs: 100 },
    { answer: { text: "colour" }, points: 700, timeMs: 3_000 },
  ],
  Ben: [
    { selectedOption: "tiny", points: 0, timeMs: 3_000 },
    { answer: { options: ["apple"] }, points: 500, timeMs: 6_000 },
    null,
    { answer: { text: "Colour." }, points: 600, timeMs: 5_000 },
  ],
  Cat: [
    { selectedOption: "large", points: 800, timeMs: 2_000 },
    { answer: { options: ["apple", "carrot"] }, points: 0, timeMs: 5_000 },
    null,
    { answer: { text: "kolor" }, points: 0, timeMs: 7_000 },
  ],
  Dan: [{ selectedOption: "large", points: 1_100, timeMs: 1_500 }, null, null, null],
  Eve: [{ selectedOption: "quick", points: 0, timeMs: 10 }, null, null, null],
};

/**
 * A game of four rounds, worked out by hand: Ann 2,600; Ben and Dan 1,100 each; Cat 800; Eve was removed by the host, and round 3
 * was skipped. `ended: false` leaves it in the middle of things; `again` plays the quiz of an earlier game once more.
 */
export async function playGame(database: Database, { ended = true, again }: { ended?: boolean; again?: RecordedGame } = {}) {
  const game = again ? await recordGameAgain(database, again) : await recordGame(database);
  const { gameId, version } = game;
  const people = new Map(Object.keys(given).map((name) => [name, participantIdSchema.parse(randomUUID())]));
  const idOf = (name: string) => {
    const participantId = people.get(name);
    if (!participantId) throw new Error(`${name} does not play`);
    return participantId;
  };

  const rows: LogRows = {
    ...noLogRows(),
    outcomes: [{ gameId, startedAt, endedAt: ended ? startedAt + 60_000 : null, interrupted: false }],
    joined: [...people].map(([name, participantId], index) => ({
      gameId, participantId, name, avatar: index, team: name === "Ann" ? 1 : null, userId: null, bot: false, joinedAt: startedAt - 1_000,
    })),
    removed: [{ gameId, participantId: idOf("Eve"), removedAt: startedAt + 15_000 }],
    rounds: version.questions.map((question, index) => ({
      gameId, round: index + 1, questionId: question.id, openedAt: startedAt + index * 10_000, closedAt: startedAt + index * 10_000 + 9_000, skipped: index === 2,
    })),
    answers: Object.entries(given).flatMap(([name, answers]) =>
      answers.flatMap((answer, index) => (answer ? [answerRow(version, index, answer)] : [])).map((answer) => ({ ...answer, gameId, participantId: idOf(name) })),
    ),
    standings: ended
      ? [
          { gameId, participantId: idOf("Ann"), rank: 1, score: 2_600, totalTimeMs: 8_000 },
          { gameId, participantId: idOf("Dan"), rank: 2, score: 1_100, totalTimeMs: 1_500 },
          { gameId, participantId: idOf("Ben"), rank: 2, score: 1_100, totalTimeMs: 14_000 },
          { gameId, participantId: idOf("Cat"), rank: 4, score: 800, totalTimeMs: 14_000 },
        ]
      : [],
  };
  await writeLogRows(database.sql, rows);
  return { ...game, idOf };
}

function answerRow(version: QuizVersion, index: number, { points, timeMs, ...raw }: Given): Omit<AnswerRow, "gameId" | "participantId"> {
  const question = version.questions[index];
  if (!question) throw new Error("no such question");
  const read = readAnswer(question, raw);
  if (!read.ok) throw new Error(read.error);
  return {
    round: index + 1,
    questionId: question.id,
    answer: read.value.answer,
    correct: read.value.mark?.correct ?? null,
    points,
    timeMs,
    at: startedAt + index * 10_000 + timeMs,
    actionId: index === 0 ? "first" : null,
  };
}
