import type { Player } from "@quickfire/testing/players";
import type { Drill } from "../drill";
import { openGame } from "../stage/open-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** A third is away for a moment, a third over a reveal, a third over a whole question; the long forms take two minutes. */
const shortAwaysS = [1, 4, 8];
const longAwaysS = [1, 30, 119];

async function goAwayAndComeBack(scene: Scene, habits: { catchesUp?: boolean } = {}): Promise<void> {
  const game = await openGame(scene, { rounds: 3, habits, limitSeconds: 200, showsWithinMs: habits.catchesUp === false ? 3_000 : 10_000 });
  const { players } = game;
  const stays = players.filter((_, index) => index % 4 === 0);
  const leavers = players.filter((_, index) => index % 4 !== 0);
  const awaysS = scene.full ? longAwaysS : shortAwaysS;

  const first = await game.openRound();
  await game.answer(first, { spreadMs: 500 });
  const awayS = (player: Player) => awaysS[leavers.indexOf(player) % awaysS.length] ?? 1;
  const returning = leavers.map((player) => player.stayAway(awayS(player) * 1_000));
  scene.say(`${leavers.length} players have no network for ${awaysS.join(", ")} s`);
  await seconds((awaysS[1] ?? 1) * 0.5);
  await game.reveal(first, stays);
  await game.moveOn(first);
  const second = await game.openRound();
  await game.answer(second, { who: stays, spreadMs: 500 });
  await Promise.all(returning);

  const [model] = stays;
  const waitedMs = await game.looks.untilAll(players, ({ shown, isUp }) => isUp && isSameScreen(shown, model?.shown));
  scene.say(`all are back, and show what those show who never left, ${(waitedMs / 1_000).toFixed(1)} s after the last return`);
  await game.answer(second, { who: leavers, spreadMs: 500 });
  await game.reveal(second);
  await game.moveOn(second);
  await game.finish();
}

function isSameScreen(screen: Player["shown"], model: Player["shown"] | undefined): boolean {
  if (model === undefined) return false;
  const facts = ({ phase, round, question, leaderboard }: Player["shown"]) => JSON.stringify([phase, round, question, leaderboard.map(({ participantId, score, rank }) => [participantId, score, rank])]);
  return facts(screen) === facts(model);
}

export const awayAndBack: Drill = {
  name: "away-and-back",
  fault: "players are away for a moment, over a reveal, and over a whole question",
  rows: [24],
  players: 80,
  // From the return of the network: the pause before a new try, and the try.
  pauseLimitS: 6,
  run: (scene) => goAwayAndComeBack(scene),
  control: {
    without: "learning what was missed: players who neither resume nor read a snapshot",
    players: 16,
    run: (scene) => goAwayAndComeBack(scene, { catchesUp: false }),
  },
};
