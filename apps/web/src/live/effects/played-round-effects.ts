import { feedReceived } from "../store/feed-slice";
import type { LiveState, StartLiveListening } from "../store/live-store";
import { type PlayedRound, roundPlayed, roundVoided } from "../store/played-round-slice";

/** When a round's reveal and one's own result of it are both known, it is kept for the end of the game. */
export function playedRoundEffects(start: StartLiveListening): void {
  start({
    predicate: (_, state, before) => {
      const round = finishedRound(state);
      return round !== null && state.feed.game !== before.feed.game && !isKept(state.playedRounds, round);
    },
    effect: (_, listener) => {
      const round = finishedRound(listener.getState());
      if (!round) return;
      listener.dispatch(roundPlayed(round));
      listener.extra.keepPlayedRounds(listener.getState().playedRounds);
    },
  });

  start({
    actionCreator: feedReceived,
    effect: ({ payload: { message } }, listener) => {
      if (message.type !== "question_voided") return;
      listener.dispatch(roundVoided(message.payload.questionId));
      listener.extra.keepPlayedRounds(listener.getState().playedRounds);
    },
  });
}

function finishedRound({ feed: { game }, answers }: LiveState): PlayedRound | null {
  const { question, closed, you } = game ?? {};
  if (!question || !closed || closed.questionId !== question.questionId || you?.last?.questionId !== question.questionId) return null;
  const { correct, points } = you.last;
  return { question, closed, answer: answers[question.questionId]?.answer ?? null, correct, points };
}

const isKept = (rounds: PlayedRound[], { question, correct, points }: PlayedRound): boolean =>
  rounds.some((round) => round.question.questionId === question.questionId && round.correct === correct && round.points === points);
