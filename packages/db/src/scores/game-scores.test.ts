import { expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { playGame } from "../../test/played-game";
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
