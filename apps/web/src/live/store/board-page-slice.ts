import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { BoardPage } from "../network/live-api.types";
import { feedReceived } from "./feed-slice";

/** The page of the board around oneself, for the round after which it was asked for. */
const boardPageSlice = createSlice({
  name: "boardPage",
  initialState: (): BoardPage | null => null,
  reducers: {
    boardPageReceived: (_, { payload }: PayloadAction<BoardPage>): BoardPage | null => payload,
  },
  extraReducers: (builder) => {
    builder.addCase(feedReceived, (page, { payload: { message } }): BoardPage | null => {
      if (message.type === "new_question") return null;
      if (message.type !== "participant_renamed" || !page) return page;
      const { participantId, name } = message.payload;
      return { ...page, items: page.items.map((row) => (row.participantId === participantId ? { ...row, name } : row)) };
    });
  },
});

export const { boardPageReceived } = boardPageSlice.actions;
export const boardPageReducer = boardPageSlice.reducer;
