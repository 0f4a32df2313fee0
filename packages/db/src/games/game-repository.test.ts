import { randomUUID } from "node:crypto";
import { type GameId, gameIdSchema, userIdSchema } from "@quickfire/engine";
import { expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { batchOf, gameHistory } from "../../test/game-history";
import { recordGame } from "../../test/recorded-game";
import { writeLogRows } from "../log/write-log-rows";
import { createQuizRepository } from "../quizzes/quiz-repository";
import { createGameRepository } from "./game-repository";

const database = useDatabase();
const games = () => createGameRepository(database());

it("lists a host's running games before the ended ones, each game once, whatever the size of a page", async () => {
  const hostUserId = await insertUser(database());
  const made: GameId[] = [];
  for (let number = 0; number < 6; number += 1) made.push((await recordGame(database(), { hostUserId })).gameId);
  const ended = [made[1], made[4]].filter((gameId) => gameId !== undefined);
  await writeLogRows(database().sql, { ...batchOf([]), outcomes: ended.map((gameId) => ({ gameId, startedAt: 1_000, endedAt: 2_000, interrupted: true })) });

  for (const limit of [1, 2, 4, 6, 20]) {
    const listed: { gameId: GameId; status: string }[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await games().ofHost({ hostUserId, limit, cursor });
      if (!page.ok) throw new Error(page.error);
      listed.push(...page.value.items);
      if (page.value.nextCursor === null) break;
      cursor = page.value.nextCursor;
    }
    expect(listed.map(({ status }) => status)).toEqual(["running", "running", "running", "running", "ended", "ended"]);
    expect(listed.map(({ gameId }) => gameId).sort()).toEqual([...made].sort());
  }
});

it("knows a game that has only been opened, and what the log tells of it since", async () => {
  const history = gameHistory();
  const game = await recordGame(database(), history);
  expect(await games().byId(game)).toMatchObject({
    gameId: game.gameId, quizVersionId: game.quizVersionId, title: game.title, pin: "483920", settings: game.settings,
    status: "running", interrupted: false, participants: 0, startedAt: null, endedAt: null,
  });
  await writeLogRows(database().sql, batchOf(history.entries));
  expect(await games().byId(game)).toMatchObject({ status: "ended", interrupted: false, participants: 2, startedAt: expect.stringMatching(/^2026-11-20T/) });
});

it("takes in a log that has run ahead of the game's own record", async () => {
  const history = gameHistory();
  await writeLogRows(database().sql, batchOf(history.entries));
  const game = await recordGame(database(), history);
  expect(await games().byId(game)).toMatchObject({ status: "ended", participants: 2 });
});

it("knows every running game for admins, with who hosts it, and none that has ended", async () => {
  const running = await recordGame(database());
  const history = gameHistory();
  const ended = await recordGame(database(), history);
  await writeLogRows(database().sql, batchOf(history.entries));
  const found = await games().running(1_000);
  expect(found).toContainEqual({ gameId: running.gameId, hostName: expect.any(String) });
  expect(found.map(({ gameId }) => gameId)).not.toContain(ended.gameId);
});

it("remembers how a host set up their last game, best of the same quiz", async () => {
  const hostUserId = await insertUser(database());
  const first = await recordGame(database(), { hostUserId });
  await games().recordCreated({ ...first, gameId: gameIdSchema.parse(randomUUID()), settings: { ...first.settings, speedWeight: 0 } });
  const other = await recordGame(database(), { hostUserId });
  await games().recordCreated({ ...other, gameId: gameIdSchema.parse(randomUUID()), settings: { ...other.settings, teams: 4 } });
  const last = (quizId: typeof first.quizId) => games().lastSettings({ hostUserId, quizId });
  expect(await last(first.quizId)).toMatchObject({ quizId: first.quizId, settings: { speedWeight: 0 } });
  expect(await last((await recordGame(database())).quizId)).toMatchObject({ quizId: other.quizId, settings: { teams: 4 } });
  expect(await games().lastSettings({ hostUserId: await insertUser(database()), quizId: first.quizId })).toBeNull();
});

it("keeps the first record when it is told twice", async () => {
  const game = await recordGame(database());
  await games().recordCreated({ ...game, title: "Another" });
  expect(await games().byId(game)).toMatchObject({ title: game.title });
});

it("shows a game to its host only: foreign and missing look alike", async () => {
  const game = await recordGame(database());
  const another = await insertUser(database());
  expect(await games().byId({ gameId: game.gameId, hostUserId: another })).toBeNull();
  expect(await games().byId({ gameId: gameIdSchema.parse(randomUUID()), hostUserId: another })).toBeNull();
  expect(await games().ofHost({ hostUserId: another })).toEqual({ ok: true, value: { items: [], nextCursor: null } });
});

it("refuses a cursor that it never gave", async () => {
  expect(await games().ofHost({ hostUserId: await insertUser(database()), cursor: "W10" })).toEqual({ ok: false, error: "BAD_CURSOR" });
});

it("counts for the library how often a quiz was played", async () => {
  const { quizId, hostUserId } = await recordGame(database());
  expect(await createQuizRepository(database()).byId({ quizId, ownerId: hostUserId })).toMatchObject({ games: 1 });
});

it("has a record of a game whose maker died before making one, from the log; and leaves one as it is that was made", async () => {
  const { gameId, ...recorded } = await recordGame(database());
  const orphan = gameIdSchema.parse(randomUUID());
  const created = { ...recorded, gameId: orphan, title: "Told by the log", createdAt: Date.UTC(2026, 10, 20) };
  await writeLogRows(database().sql, { ...batchOf([]), created: [created, { ...created, gameId }] });
  const { hostUserId } = recorded;
  expect(await games().byId({ gameId: orphan, hostUserId })).toMatchObject({ title: "Told by the log", pin: recorded.pin, status: "running", createdAt: "2026-11-20T00:00:00.000Z" });
  expect(await games().byId({ gameId, hostUserId })).toMatchObject({ title: recorded.title });
});

it("stores the rest of a batch in which a game has a host that is gone", async () => {
  const game = await recordGame(database());
  const created = { ...game, gameId: gameIdSchema.parse(randomUUID()), hostUserId: userIdSchema.parse(randomUUID()), createdAt: 1_000 };
  await writeLogRows(database().sql, { ...batchOf([]), created: [created], outcomes: [{ gameId: game.gameId, startedAt: 1_000, endedAt: 2_000, interrupted: true }] });
  expect(await games().byId(game)).toMatchObject({ status: "ended" });
  expect(await games().byId(created)).toBeNull();
});
