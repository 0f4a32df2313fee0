import { randomUUID } from "node:crypto";
import { gameIdSchema } from "@quickfire/engine";
import { beforeAll, describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { playGame } from "../../test/played-game";
import { createReportRepository } from "./report-repository";
import type { Report, ReportRow } from "./report-repository.types";

const database = useDatabase();
const reports = () => createReportRepository(database());

describe("the report of a game that was worked out by hand", () => {
  let game: Awaited<ReturnType<typeof playGame>>;
  let report: Report;

  beforeAll(async () => {
    game = await playGame(database());
    const found = await reports().report(game);
    if (!found) throw new Error("the game has no report");
    report = found;
  });

  it("says which game it was, and when", () => {
    const { gameId, quizId, title } = game;
    expect(report).toMatchObject({ gameId, quizId, title, startedAt: "2026-11-20T09:00:00.000Z", endedAt: "2026-11-20T09:01:00.000Z" });
    expect(report).not.toHaveProperty("answers");
    expect(report).not.toHaveProperty("hostUserId");
  });

  it("ranks participants 1, 2, 2, 4, as the game showed them, without the one who was removed, and counts nothing of the skipped round", () => {
    expect(report.participants).toEqual([
      { participantId: game.idOf("Ann"), name: "Ann", avatar: 0, team: 1, score: 2_600, rank: 1, right: 3, answered: 3, totalTimeMs: 8_000 },
      { participantId: game.idOf("Dan"), name: "Dan", avatar: 3, score: 1_100, rank: 2, right: 1, answered: 1, totalTimeMs: 1_500 },
      { participantId: game.idOf("Ben"), name: "Ben", avatar: 1, score: 1_100, rank: 2, right: 1, answered: 3, totalTimeMs: 14_000 },
      { participantId: game.idOf("Cat"), name: "Cat", avatar: 2, score: 800, rank: 4, right: 1, answered: 3, totalTimeMs: 14_000 },
    ]);
  });

  it("has the teams' board, made again from who was in them", () => {
    expect(report.teams).toEqual([{ team: 1, score: 2_600, rank: 1, members: 1 }]);
  });

  it("gives each question in the order of play its figures, its tally and what was right", () => {
    const [choice, multiple, trueFalse, typed] = report.questions;
    const optionIds = (question: typeof choice) => new Map(question?.options?.map(({ id, text }) => [text, id]));
    const ticks = (question: typeof choice, expected: Record<string, number>) =>
      Object.fromEntries([...optionIds(question)].map(([text, id]) => [id, expected[text] ?? 0]));

    expect(report.questions.map(({ round, type }) => [round, type])).toEqual([[1, "choice"], [2, "multiple"], [3, "truefalse"], [4, "typed"]]);
    expect(choice).toMatchObject({ answered: 4, right: 3, medianTimeMs: 1_750, tally: { answered: 4, right: 3, options: ticks(choice, { large: 3, tiny: 1 }) } });
    expect(choice?.options?.filter(({ correct }) => correct).map(({ text }) => text)).toEqual(["large"]);
    expect(multiple).toMatchObject({ answered: 3, right: 1, medianTimeMs: 5_000, tally: { options: ticks(multiple, { apple: 3, pear: 1, carrot: 1 }) } });
    expect(trueFalse).toMatchObject({ skipped: true, answered: 1, right: 1, tally: { options: { true: 1, false: 0 } } });
    const texts = [{ text: "colour", n: 2 }, { text: "kolor", n: 1 }];
    expect(typed).toMatchObject({ answered: 3, right: 2, medianTimeMs: 5_000, accepted: ["colour"], tally: { answered: 3, right: 2, texts } });
    expect(typed).not.toHaveProperty("options");
    expect(choice).not.toHaveProperty("skipped");
  });

  it("says how well each question that counted tells people apart, by the answers of those who stayed", () => {
    // Right by round 1, 2, 4. Ann: all three; Ben: 4; Cat: 1; Dan: 1.
    const [choice, multiple, trueFalse, typed] = report.questions.map(({ discrimination }) => discrimination);
    expect(choice).toBeCloseTo(-1 / Math.sqrt(33), 9);
    expect(multiple).toBeCloseTo(1, 9);
    expect(typed).toBe(0);
    expect(trueFalse).toBeUndefined();
  });

  it("runs the race again: the standings after each round that counted, the last as they were in the end", async () => {
    const race = await reports().race(game);
    expect(race?.players).toBe(4);
    const shown = race?.rounds.map(({ round, front }) => [round, front.map(({ name, score, rank, gained }) => `${rank} ${name} ${score} +${gained}`)]);
    expect(shown).toEqual([
      [1, ["1 Dan 1100 +1100", "2 Ann 900 +900", "3 Cat 800 +800", "4 Ben 0 +0"]],
      [2, ["1 Ann 1900 +1000", "2 Dan 1100 +0", "3 Cat 800 +0", "4 Ben 500 +500"]],
      [4, ["1 Ann 2600 +700", "2 Dan 1100 +0", "2 Ben 1100 +600", "4 Cat 800 +0"]],
    ]);
  });

  it("lists every answer where that is asked for, and takes the points of a skipped round back", async () => {
    const { answers } = (await reports().report({ ...game, include: { answers: true } })) ?? {};
    expect(answers).toHaveLength(11);
    const annsFirst = answers?.find(({ participantId, actionId }) => participantId === game.idOf("Ann") && actionId !== undefined);
    expect(annsFirst).toEqual({
      questionId: game.version.questions[0]?.id, participantId: game.idOf("Ann"), answer: { option: expect.any(String) }, right: true, points: 900,
      timeMs: 1_000, at: "2026-11-20T09:00:01.000Z", actionId: "first",
    });
    expect(answers?.find(({ answer }) => JSON.stringify(answer) === '{"value":true}')).toMatchObject({ right: true, points: 0 });
  });

  it("has a row for every participant and question, answered or not, in words", async () => {
    const batches = (await reports().rows(game))?.batches ?? [];
    const rows: ReportRow[] = [];
    for await (const batch of batches) rows.push(...batch);
    expect(rows).toHaveLength(16);
    expect(rows.filter(({ name }) => name === "Ann").map(({ round, answer, right, points, timeMs }) => [round, answer, right, points, timeMs])).toEqual([
      [1, "large", true, 900, 1_000],
      [2, "apple; pear", true, 1_000, 4_000],
      [3, "True", true, 0, 100],
      [4, "colour", true, 700, 3_000],
    ]);
    expect(rows.filter(({ name }) => name === "Dan").slice(1)).toEqual(
      [2, 3, 4].map((round) => expect.objectContaining({ round, answer: null, right: null, points: 0, timeMs: null, at: null })),
    );
    expect(rows[0]).toMatchObject({ questionId: game.version.questions[0]?.id, question: game.version.questions[0]?.text, at: "2026-11-20T09:00:01.000Z" });
  });

  it("says that it is verified only once the standings were recomputed", async () => {
    expect(report.verified).toBe(false);
    await database().sql`update game_outcomes set verified = true where game_id = ${game.gameId}`;
    expect(await reports().report(game)).toMatchObject({ verified: true });
  });
});

it("reports a game that still runs, from what is stored so far", async () => {
  const game = await playGame(database(), { ended: false });
  const report = await reports().report(game);
  expect(report).toMatchObject({ endedAt: null, verified: false });
  expect(report?.participants.map(({ name, score, rank, totalTimeMs }) => [name, score, rank, totalTimeMs])).toEqual([
    ["Ann", 2_600, 1, 8_000],
    ["Dan", 1_100, 2, 1_500],
    ["Ben", 1_100, 2, 14_000],
    ["Cat", 800, 4, 14_000],
  ]);
});

it("is for the host only: foreign and missing games look alike", async () => {
  const game = await playGame(database());
  const another = await insertUser(database());
  for (const request of [{ gameId: game.gameId, hostUserId: another }, { gameId: gameIdSchema.parse(randomUUID()), hostUserId: game.hostUserId }]) {
    expect(await reports().report(request)).toBeNull();
    expect(await reports().rows(request)).toBeNull();
    expect(await reports().race(request)).toBeNull();
  }
});

it("reads the questions as they were when the game began", async () => {
  const game = await playGame(database());
  await database().sql`update quizzes set content = jsonb_set(content, '{questions}', '[]') where id = ${game.quizId}`;
  expect((await reports().report(game))?.questions).toHaveLength(4);
});
