import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { emptyFeed, receiveMessage } from "./feed";
import type { FeedMessage } from "./feed-message";

/** A message, and when this browser's own clock read it. */
export type Received = { message: FeedMessage; receivedAt: number };

const feedSlice = createSlice({
  name: "feed",
  initialState: emptyFeed,
  reducers: {
    /** The one way in: whatever the server tells arrives here, over the socket or by polling. */
    feedReceived: (feed, { payload }: PayloadAction<Received>) => receiveMessage(feed, payload.message),
    /** The connection broke in a way that may have lost messages. */
    feedDoubted: (feed) => ({ ...feed, behind: true }),
  },
});

export const { feedReceived, feedDoubted } = feedSlice.actions;
export const feedReducer = feedSlice.reducer;
