import { type GameOptions, openGame, type OpenGame, type Stage } from "./open-game";
import type { Scene } from "./scene";

/** What is done to the product while a question is open; the round ends only when it is done. */
export type Fault = (stage: Stage) => Promise<unknown>;

export type PlayOptions = GameOptions & {
  /** Answers come within so long. */
  spreadMs?: number;
  /** By round: what happens while it is open. */
  faults?: Readonly<Record<number, Fault>>;
  /** By round: what begins just before the reveal is asked for. */
  atReveal?: Readonly<Record<number, Fault>>;
  /** Before the game ends. */
  beforeEnd?: (game: OpenGame) => Promise<unknown>;
};

/** A whole game with faults in it, from the lobby to the end, and what the ledger says of it. */
export async function playGame(scene: Scene, options: PlayOptions = {}): Promise<void> {
  const { rounds = 2, spreadMs, faults = {}, atReveal = {} } = options;
  const game = await openGame(scene, { ...options, rounds });
  for (let round = 1; round <= rounds; round += 1) {
    const stage = await game.openRound();
    await Promise.all([game.answer(stage, { spreadMs }), faults[round]?.(stage)]);
    await Promise.all([atReveal[round]?.(stage), game.reveal(stage)]);
    await game.moveOn(stage);
  }
  await options.beforeEnd?.(game);
  await game.finish();
}
