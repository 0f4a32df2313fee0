import { type Action, createAction } from "@reduxjs/toolkit";
import { emptyFeed, type Feed, receiveMessage } from "./feed";
import type { FeedMessage } from "./feed-message";

/** A message, and when this browser's own clock read it. */
export type Received = { message: FeedMessage; receivedAt: number };

/** The one way in: whatever the server tells arrives here, over the socket or by polling. */
export const feedReceived = createAction<Received>("feed/feedReceived");

/** Something was said that this feed can't have heard of: only a snapshot will tell. */
export const feedDoubted = createAction("feed/feedDoubted");

export function feedReducer(feed: Feed = emptyFeed, action: Action): Feed {
  if (feedReceived.match(action)) return receiveMessage(feed, action.payload.message);
  if (feedDoubted.match(action)) return { ...feed, behind: true };
  return feed;
}
