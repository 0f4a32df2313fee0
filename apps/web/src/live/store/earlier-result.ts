import type { ShownResult } from "@quickfire/engine";
import type { LiveState } from "./live-store";
import type { LiveGame } from "./live-game";

/** The earlier result that stands on the stages; whatever has moved the game since has ended it. */
export function selectShownResult({ feed: { game, shownResult } }: LiveState): ShownResult | null {
  return game && shownResult?.seq === game.seq ? shownResult.result : null;
}

/** The game as it stood at that reveal, for the stage. */
export const atResult = (game: LiveGame, { question, closed, voided }: ShownResult): LiveGame => ({ ...game, phase: "reveal", round: question.round, question, closed, voided, paused: false });
