import { isScored, isVoided, questionOf, type ParticipantId, type QuizVersion, type StoredQuestion, type YourStanding } from "@quickfire/engine";
import { readResults } from "../functions/definitions";
import type { StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { parseStoredAnswer } from "../stored-answer";
import { parseStreak, shownStreak } from "../streaks";
import type { StoreParts } from "./parts";

/** So that no call holds Redis for more than some milliseconds. */
const peopleACall = 500;

/** The round that was closed last: 0 and null where none was. */
type Closed = { round: number; question: StoredQuestion | null };

/** The round that was closed last; 0 where none was, or where it was voided: of that nobody has a result. */
function closedRound({ state, openedRound }: StoredGame): number {
  if (isVoided(state)) return 0;
  const isOpen = state.position.phase === "question";
  for (let round = openedRound - (isOpen ? 1 : 0); round > 0; round -= 1) if (!state.skippedRounds.includes(round)) return round;
  return 0;
}

/** What everyone is told of themselves when a question has closed. */
export function createRevealing({ call, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "standingsAfterReveal"> {
  function standingOf(game: StoredGame, quiz: QuizVersion, { question }: Closed, { stored, record }: { stored: string; record: string }): Omit<YourStanding, "score" | "rank" | "gapToNext"> {
    const answer = stored === "" ? null : parseStoredAnswer(stored);
    const streak = answer?.streak ?? shownStreak(parseStreak(record), game, quiz);
    if (!question) return { streak };
    const correct = isScored(question) ? { correct: answer?.correct ?? false } : {};
    return { questionId: question.id, ...correct, points: answer?.points ?? 0, streak };
  }

  return {
    async *standingsAfterReveal(gameId, participantIds) {
      const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
      if (!game || !quiz) return;
      const keys = keysOf(gameId);
      const round = closedRound(game);
      const question = round === 0 ? null : questionOf(quiz, round);
      // Without a right answer to give, the streaks of those who gave none go on; they stand nowhere else.
      const withStreaks = question === null || !isScored(question);
      const parts = Array.from({ length: Math.ceil(participantIds.length / peopleACall) }, (_, part) => participantIds.slice(part * peopleACall, (part + 1) * peopleACall));
      const read = (ids: readonly ParticipantId[]) => call(readResults, { keys: { ...keys, answers: keys.answers(round) }, args: { participantIds: ids.join(","), withStreaks } });

      let coming = parts[0] && read(parts[0]);
      for (const [part, ids] of parts.entries()) {
        const results = await coming;
        if (!results?.ok) return;
        const next = parts[part + 1];
        // Redis has the next part ready while this one is told.
        coming = next && read(next);
        // Whoever stops listening leaves it behind.
        coming?.catch(() => undefined);
        const { places, answers, streaks } = results.value;
        yield ids.flatMap((participantId, place): [ParticipantId, YourStanding][] => {
          const found = places[place];
          if (!found) return [];
          const { score, rank, gapToNext } = found;
          const own = standingOf(game, quiz, { round, question }, { stored: answers[place] ?? "", record: streaks[place] ?? "" });
          return [[participantId, { ...own, score, rank, ...(gapToNext === null ? {} : { gapToNext }) }]];
        });
      }
    },
  };
}
