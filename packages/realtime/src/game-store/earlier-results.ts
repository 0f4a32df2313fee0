import { earlierResultView, err, isScored, ok, questionOf, resultsUpTo, shownTextOf, type GameId, type QuizVersion, type Tally } from "@quickfire/engine";
import { asked } from "../errors";
import { showResult } from "../functions/definitions";
import type { StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { tallyOf } from "./overviews";
import type { StoreParts } from "./parts";

/** Results of earlier rounds, which a host shows again between questions. Nothing of the game changes by it. */
export function createEarlierResults({ redis, call, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "earlierRounds" | "showResult" | "shownResult"> {
  async function readBoth(gameId: GameId): Promise<{ game: StoredGame; quiz: QuizVersion } | null> {
    const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
    return game && quiz ? { game, quiz } : null;
  }

  async function tallyIn(gameId: GameId, quiz: QuizVersion, round: number): Promise<Tally> {
    return tallyOf(questionOf(quiz, round), await asked("reading an earlier tally", redis.hgetall(keysOf(gameId).tally(round))));
  }

  return {
    async earlierRounds(gameId) {
      const found = await readBoth(gameId);
      if (!found) return [];
      const { state } = found.game;
      const rounds = Array.from({ length: resultsUpTo(state) }, (_, index) => index + 1);
      return Promise.all(
        rounds.map(async (round) => {
          const question = questionOf(found.quiz, round);
          const { answered, right } = await tallyIn(gameId, found.quiz, round);
          return { round, text: shownTextOf(question), answered, right, counted: isScored(question) && !state.skippedRounds.includes(round) };
        }),
      );
    },

    async showResult({ gameId, round }) {
      const game = await readGame(gameId);
      if (!game) return err("NOT_FOUND");
      const { state } = game;
      if (round !== null && (round < 1 || round > resultsUpTo(state))) return err("WRONG_PHASE");
      const shown = await call(showResult, { keys: keysOf(gameId), args: { seq: state.seq, round: round ?? 0 } });
      return shown.ok ? ok(null) : shown;
    },

    async shownResult(gameId) {
      const [found, [at, shown]] = await Promise.all([readBoth(gameId), asked("reading what is shown", redis.hmget(keysOf(gameId).game, "shownAt", "shownRound"))]);
      if (!found) return null;
      const { state } = found.game;
      const round = Number(at ?? "") === state.seq ? Number(shown ?? 0) : 0;
      if (round < 1 || round > resultsUpTo(state)) return { seq: state.seq, result: null };
      return { seq: state.seq, result: earlierResultView({ state, quiz: found.quiz, round, tally: await tallyIn(gameId, found.quiz, round) }) };
    },
  };
}
