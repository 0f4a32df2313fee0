import { setMaxListeners } from "node:events";
import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** In the middle of the answers, by SIGKILL; back a while later, as its supervisor would have it. */
const killFirstNode: Fault = async ({ crowd, scene }) => {
  const [node] = scene.stack.nodes;
  await seconds(0.5);
  const [here, elsewhere] = [crowd.on("ws-1"), crowd.on("ws-2")];
  const breaksBefore = elsewhere.map(({ breaks }) => breaks.length);
  await node?.kill();
  scene.say(`ws-1 was killed with ${here.length} players on it; ${elsewhere.length} are on ws-2`);
  await seconds(3);
  const disturbed = elsewhere.filter(({ breaks }, index) => breaks.length !== breaksBefore[index]).length;
  scene.expect(disturbed === 0, "players on the other node saw nothing");
  const back = here.filter(({ isUp }) => isUp).length;
  scene.say(`${back} of ${here.length} are back 3 s later`);
  await node?.restart();
};

export const killWsServer: Drill = {
  name: "kill-ws-server",
  fault: "a ws-server is killed (-9) in mid-question, with half the players on it",
  rows: [11],
  isShort: true,
  players: 500,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 2, spreadMs: 1_500, faults: { 1: killFirstNode } }),
  control: {
    without: "keeping one's identity: who loses the connection joins anew and answers again",
    players: 80,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_500, habits: { keepsIdentity: false }, faults: { 1: answerAnewAfter(async ({ stack }) => stack.nodes[0]?.kill()) } }),
  },
};

/** Those who had answered before ws-1 ends answer again under their new name, which only an identity keeps from counting. */
export const answerAnewAfter = (end: (scene: Scene) => Promise<unknown>): Fault => async (stage) => {
  const { crowd, players, question, round, scene } = stage;
  await seconds(1.7);
  const lost = crowd.on("ws-1");
  await end(scene);
  scene.say(`ws-1 ended with ${lost.length} players on it`);
  await seconds(2.5);
  const giveUp = AbortSignal.timeout(5_000);
  setMaxListeners(0, giveUp);
  await Promise.all(players.filter(({ identities }) => identities.length > 1).map((player) => player.answer({ questionId: question.questionId, round }, question.optionIds[0] ?? "", giveUp)));
  await scene.stack.nodes[0]?.restart();
};
