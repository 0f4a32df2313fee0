import { GameHost } from "../stage/game-host";
import type { Drill } from "../drill";
import { openGame } from "../stage/open-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

const limitSeconds = 6;

/** Nobody asks for the reveal: the clock of the game has to. */
async function leaveTheGameAlone(scene: Scene, fault: () => Promise<unknown>): Promise<void> {
  const game = await openGame(scene, { rounds: 2, limitSeconds });
  const stage = await game.openRound();
  await Promise.all([game.answer(stage), fault()]);
  scene.say("the host is gone, and nobody closes the question");
  const dueAt = Date.parse(stage.question.endTime) + 300;
  await seconds(Math.max(0, dueAt - Date.now()) / 1_000);
  const tookMs = await game.looks.untilAll(game.players, ({ shown }) => shown.revealed.has(stage.question.questionId), 3_000);
  scene.say(`all saw the reveal ${(tookMs / 1_000).toFixed(1)} s after the question's last instant`);
  await game.moveOn(stage);
  scene.say("the host is back and moves on");
  const next = await game.openRound();
  await game.answer(next, { spreadMs: 500 });
  await game.reveal(next);
  await game.moveOn(next);
  const foreign = await GameHost.commandAsSomebodyElse(scene.stack.webUrl, game.host.gameId);
  scene.expect(foreign === 404, `another author can't move the game (answered with ${foreign})`);
  await game.finish();
}

export const hostGone: Drill = {
  name: "host-gone",
  fault: "the host's browser and a node die in mid-question, and nobody closes it",
  rows: [7, 17],
  players: 60,
  pauseLimitS: 5,
  run: (scene) => leaveTheGameAlone(scene, async () => {
    await scene.stack.nodes[0]?.kill();
    scene.onEnd(() => scene.stack.nodes[0]?.restart());
  }),
  control: {
    without: "any node that looks for what is due: all are stopped over the question's end",
    players: 20,
    run: (scene) => leaveTheGameAlone(scene, async () => {
      await seconds(2);
      for (const node of scene.stack.nodes) node.freeze();
      void seconds(10).then(() => scene.stack.nodes.forEach((node) => node.thaw()));
    }),
  },
};
