import { expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { playGame } from "../../test/played-game";
import { readWatchedGame } from "../anomalies";
import { createLearnerRepository } from "../learners/learner-repository";
import { createReportRepository } from "../reports/report-repository";
import { changesOfGame, gameIsScored, unscoredGames } from "./game-scores";

const database = useDatabase();

it("gives each signed-in player of a verified game their final score, the better one of two, and guests nothing", async () => {
  const { sql } = database();
  const { gameId, quizId } = await playGame(database());
  const [ann, dan] = [await insertUser(database()), await insertUser(database())];
  await sql`update game_participants set user_id = ${ann} where game_id = ${gameId} and name in ('Ann', 'Cat')`;
  await sql`update game_participants set user_id = ${dan} where game_id = ${gameId} and name = 'Dan'`;
  expect(await unscoredGames(sql, 10)).toEqual([]);
  await sql`update game_outcomes set verified = true where game_id = ${gameId}`;
  expect(await unscoredGames(sql, 10)).toEqual([gameId]);

  const changes = await changesOfGame(sql, gameId);
  const common = { source: "game", sourceId: gameId, quizId, action: "live-game", at: new Date("2026-11-20T09:01:00.000Z") };
  expect(changes).toHaveLength(2);
  expect(changes).toEqual(expect.arrayContaining([expect.objectContaining({ ...common, userId: ann, delta: 2_600 }), expect.objectContaining({ ...common, userId: dan, delta: 1_100 })]));
  await gameIsScored(sql, gameId);
  expect(await unscoredGames(sql, 10)).toEqual([]);
});

it("gives nobody anything for a rehearsal: a game that began with a bot in it", async () => {
  const { sql } = database();
  const { gameId, quizId, hostUserId, idOf } = await playGame(database());
  const ann = await insertUser(database());
  await sql`update game_participants set user_id = ${ann} where participant_id = ${idOf("Ann")}`;
  await sql`update game_participants set bot = true where participant_id = ${idOf("Ben")}`;
  expect(await changesOfGame(sql, gameId)).toEqual([]);
  expect(await readWatchedGame(sql, gameId)).toBeNull();
  const reports = createReportRepository(database());
  expect(await reports.report({ gameId, hostUserId })).toMatchObject({ rehearsal: true, participants: expect.arrayContaining([expect.objectContaining({ name: "Ben", bot: true })]) });
  expect((await reports.ofQuiz({ quizId, userId: hostUserId }))?.games).toEqual([]);
  expect((await createLearnerRepository(database()).history({ userId: ann, limit: 5 }))).toMatchObject({ value: { items: [] } });

  await sql`update game_participants set removed_at = '2026-11-20T08:59:59Z' where participant_id = ${idOf("Ben")}`;
  expect(await changesOfGame(sql, gameId), "the bots were taken out of the lobby").toHaveLength(1);
  expect(await reports.report({ gameId, hostUserId })).not.toHaveProperty("rehearsal");
  await sql`update game_participants set removed_at = '2026-11-20T09:00:30Z' where participant_id = ${idOf("Ben")}`;
  expect(await changesOfGame(sql, gameId), "a bot was taken out of the running game").toEqual([]);
});
