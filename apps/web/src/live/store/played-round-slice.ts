import type { OpenQuestion } from "@quickfire/engine";
import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { TypedAnswer } from "./answer";
import type { QuestionClosed } from "./live-game";

/** A round as this player went through it: what the result page's mistakes are made of. */
export type PlayedRound = {
  question: OpenQuestion;
  closed: QuestionClosed;
  answer: TypedAnswer | null;
  correct: boolean;
  points: number;
};

const playedRoundSlice = createSlice({
  name: "playedRounds",
  initialState: (): PlayedRound[] => [],
  reducers: {
    roundPlayed: (rounds, { payload }: PayloadAction<PlayedRound>): PlayedRound[] =>
      [...rounds.filter(({ question }) => question.questionId !== payload.question.questionId), payload].sort(
        (one, other) => one.question.round - other.question.round,
      ),
    /** It counts for nobody: neither right nor a mistake. */
    roundVoided: (rounds, { payload }: PayloadAction<string>): PlayedRound[] => rounds.filter(({ question }) => question.questionId !== payload),
  },
});

export const { roundPlayed, roundVoided } = playedRoundSlice.actions;
export const playedRoundReducer = playedRoundSlice.reducer;
