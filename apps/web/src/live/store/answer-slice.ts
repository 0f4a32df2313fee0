import type { AnswerResult, Snapshot } from "@quickfire/engine";
import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { type AnswerState, settleAnswer, type TypedAnswer } from "./answer";
import { feedReceived } from "./feed-slice";

type Answers = Record<string, AnswerState>;
const noAnswers: Answers = {};

/** Own answers by question. `answerChosen` is the tap itself: the choice shows at once, and is sent after. */
const answerSlice = createSlice({
  name: "answers",
  initialState: noAnswers,
  reducers: {
    answerChosen: (answers, { payload }: PayloadAction<{ questionId: string; actionId: string; answer: TypedAnswer; chosenAt: number }>) => {
      const given = answers[payload.questionId];
      if (given && given.status !== "refused") return answers;
      return { ...answers, [payload.questionId]: { ...payload, status: "pending" } };
    },
    answerSettled: (answers, { payload }: PayloadAction<AnswerResult>) => settle(answers, payload),
  },
  extraReducers: (builder) => {
    builder.addCase(feedReceived, (answers, { payload: { message } }) => {
      if (message.type === "answer_result") return settle(answers, message.payload);
      if (message.type === "snapshot") return recall(answers, message.payload);
      return answers;
    });
  },
});

function settle(answers: Answers, result: AnswerResult): Answers {
  const settled = settleAnswer(answers[result.questionId], result);
  return settled && settled !== answers[result.questionId] ? { ...answers, [result.questionId]: settled } : answers;
}

/** After a reload, or from another tab of the same player, the server says what the answer was. */
function recall(answers: Answers, { question, closed, you }: Snapshot): Answers {
  const questionId = question?.questionId ?? closed?.questionId;
  if (!questionId || !you?.answered) return answers;
  const known = answers[questionId];
  if (known?.status === "accepted" && known.answer) return answers;
  const answer = isTypedAnswer(you.answer) ? you.answer : (known?.answer ?? null);
  return { ...answers, [questionId]: { questionId, answer, status: "accepted", feedback: null } };
}

const isTypedAnswer = (value: unknown): value is TypedAnswer => typeof value === "object" && value !== null && !Array.isArray(value);

export const { answerChosen, answerSettled } = answerSlice.actions;
export const answerReducer = answerSlice.reducer;
