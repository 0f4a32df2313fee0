import { isScored, questionOf, type GameId, type ParticipantId, type QuizVersion, type YourStanding } from "@quickfire/engine";
import { asked } from "../errors";
import type { StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { parseStoredAnswer } from "../stored-answer";
import { areResultsHidden, parseStreak, shownStreak } from "../streaks";
import { placesOf } from "./boards";
import type { StoreParts } from "./parts";

const noStreaks: Record<string, string> = {};

/** The round that was closed last; 0 where none was. */
function closedRound({ state, openedRound }: StoredGame): number {
  const isOpen = state.position.phase === "question";
  for (let round = openedRound - (isOpen ? 1 : 0); round > 0; round -= 1) if (!state.skippedRounds.includes(round)) return round;
  return 0;
}

/** What everyone is told of themselves when a question has closed. */
export function createRevealing({ redis, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "standingsAfterReveal"> {
  async function readAll(gameId: GameId, game: StoredGame, quiz: QuizVersion) {
    const keys = keysOf(gameId);
    const round = closedRound(game);
    const board = areResultsHidden(game.state) ? keys.boardBefore : keys.board;
    // Without a right answer to give, the streaks of those who gave none go on; they stand nowhere else.
    const streaksGoOn = round > 0 && !isScored(questionOf(quiz, round));
    const [answers, places, streaks] = await asked(
      "reading the standings after a reveal",
      Promise.all([redis.hgetall(keys.answers(round)), redis.zrevrange(board, 0, -1, "WITHSCORES"), streaksGoOn ? redis.hgetall(keys.streaks) : noStreaks]),
    );
    return { question: round === 0 ? null : questionOf(quiz, round), answers, places: placesOf(places), streaks };
  }

  return {
    async standingsAfterReveal(gameId, participantIds) {
      const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
      const standings = new Map<ParticipantId, YourStanding>();
      if (!game || !quiz) return standings;
      const { question, answers, places, streaks } = await readAll(gameId, game, quiz);

      for (const participantId of participantIds) {
        const place = places.get(participantId);
        if (!place) continue;
        const stored = answers[participantId];
        const answer = stored === undefined ? null : parseStoredAnswer(stored);
        const streak = answer?.streak ?? shownStreak(parseStreak(streaks[participantId] ?? ""), game, quiz);
        const correct = question && isScored(question) ? { correct: answer?.correct ?? false } : {};
        const result = question ? { questionId: question.id, ...correct, points: answer?.points ?? 0 } : {};
        standings.set(participantId, { ...result, streak, ...place });
      }
      return standings;
    },
  };
}
