import { isScored, questionOf, type GameId, type ParticipantId, type QuizVersion, type StoredQuestion, type YourStanding } from "@quickfire/engine";
import { asked } from "../errors";
import type { StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { parseStoredAnswer } from "../stored-answer";
import { areResultsHidden, parseStreak, shownStreak } from "../streaks";
import { placesOf } from "./boards";
import type { StoreParts } from "./parts";

const peopleACall = 1_000;

/** The round that was closed last: 0 and null where none was. */
type Closed = { round: number; question: StoredQuestion | null };

/** The round that was closed last; 0 where none was. */
function closedRound({ state, openedRound }: StoredGame): number {
  const isOpen = state.position.phase === "question";
  for (let round = openedRound - (isOpen ? 1 : 0); round > 0; round -= 1) if (!state.skippedRounds.includes(round)) return round;
  return 0;
}

/** What everyone is told of themselves when a question has closed. */
export function createRevealing({ redis, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "standingsAfterReveal"> {
  async function readPlaces(gameId: GameId, game: StoredGame) {
    const { board, boardBefore } = keysOf(gameId);
    return placesOf(await asked("reading the board after a reveal", redis.zrevrange(areResultsHidden(game.state) ? boardBefore : board, 0, -1, "WITHSCORES")));
  }

  /** Of those alone who are told here: with several nodes the others are told elsewhere. */
  async function readOwn(gameId: GameId, ids: readonly ParticipantId[], { round, question }: Closed) {
    const keys = keysOf(gameId);
    // Without a right answer to give, the streaks of those who gave none go on; they stand nowhere else.
    const streaksGoOn = question !== null && !isScored(question);
    const [answers, streaks] = await asked(
      "reading the answers after a reveal",
      Promise.all([redis.hmget(keys.answers(round), ...ids), streaksGoOn ? redis.hmget(keys.streaks, ...ids) : []]),
    );
    return ids.map((participantId, place) => ({ participantId, stored: answers[place] ?? null, streak: streaks[place] ?? "" }));
  }

  function standingOf(game: StoredGame, quiz: QuizVersion, { question }: Closed, { stored, streak: record }: { stored: string | null; streak: string }): Omit<YourStanding, "score" | "rank" | "gapToNext"> {
    const answer = stored === null ? null : parseStoredAnswer(stored);
    const streak = answer?.streak ?? shownStreak(parseStreak(record), game, quiz);
    if (!question) return { streak };
    const correct = isScored(question) ? { correct: answer?.correct ?? false } : {};
    return { questionId: question.id, ...correct, points: answer?.points ?? 0, streak };
  }

  return {
    async standingsAfterReveal(gameId, participantIds) {
      const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
      const standings = new Map<ParticipantId, YourStanding>();
      if (!game || !quiz) return standings;
      const round = closedRound(game);
      const closed: Closed = { round, question: round === 0 ? null : questionOf(quiz, round) };
      const places = await readPlaces(gameId, game);

      // Part by part, so that answers and pings get their turn between.
      for (let from = 0; from < participantIds.length; from += peopleACall) {
        for (const own of await readOwn(gameId, participantIds.slice(from, from + peopleACall), closed)) {
          const place = places.get(own.participantId);
          if (place) standings.set(own.participantId, { ...standingOf(game, quiz, closed, own), ...place });
        }
      }
      return standings;
    },
  };
}
