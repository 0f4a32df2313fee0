import { joinGame, JoinRefused } from "@quickfire/testing/players";
import type { Drill } from "../drill";
import { openGame } from "../stage/open-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

const joinsASecond = 40;
const floodSeconds = 8;

/** Bots pour into the lobby of a game whose honest players are in it already. */
async function floodLobby(scene: Scene, floodLock: number): Promise<void> {
  const game = await openGame(scene, { rounds: 1, settings: { floodLock } });
  const outcomes: Promise<string>[] = [];
  for (let bot = 0; bot < joinsASecond * floodSeconds; bot += 1) {
    outcomes.push(joinGame(scene.stack.webUrl, { pin: game.host.pin, name: `Bot ${bot}` }).then(() => "in", (error: unknown) => (error instanceof JoinRefused ? error.code : "unreachable")));
    await seconds(1 / joinsASecond);
  }
  const told = await Promise.all(outcomes);
  const letIn = told.filter((outcome) => outcome === "in").length;
  scene.say(`${letIn} of ${told.length} bots got in, at about ${joinsASecond} a second; ${told.filter((outcome) => outcome === "LOCKED").length} found the lobby locked`);
  scene.expect((await game.host.overview())?.locked === true, "the lobby has locked itself");
  const stage = await game.openRound();
  await game.answer(stage, { spreadMs: 1_000 });
  await game.reveal(stage);
  await game.moveOn(stage);
  await game.finish();
}

export const joinFlood: Drill = {
  name: "join-flood",
  fault: "bots join faster than people do, for 8 s",
  rows: [50],
  players: 30,
  pauseLimitS: 2,
  run: (scene) => floodLobby(scene, 15),
  control: { without: "the flood lock: it is set out of reach", players: 10, run: (scene) => floodLobby(scene, 100_000) },
};
