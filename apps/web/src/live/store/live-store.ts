import { combineReducers, configureStore, createListenerMiddleware, type Dispatch, type ListenerEffectAPI, type TypedStartListening } from "@reduxjs/toolkit";
import { answerEffects } from "../effects/answer-effects";
import { boardPageEffects } from "../effects/board-page-effects";
import { clockEffects } from "../effects/clock-effects";
import { connectionEffects } from "../effects/connection-effects";
import { playedRoundEffects } from "../effects/played-round-effects";
import { resyncEffects } from "../effects/resync-effects";
import type { LiveApi, LiveSocket } from "../network/live-api.types";
import type { PendingAnswer } from "./answer";
import { answerReducer } from "./answer-slice";
import { boardPageReducer } from "./board-page-slice";
import { clockReducer } from "./clock-slice";
import { connectionReducer } from "./connection-slice";
import { feedReducer } from "./feed-slice";
import { type PlayedRound, playedRoundReducer } from "./played-round-slice";

/** What the effects reach the world through: the network, this browser's clock, and chance. */
export type LiveSurroundings = {
  api: LiveApi;
  now: () => number;
  random: () => number;
  /** The open socket, while there is one. */
  line: { socket: LiveSocket | null };
  /** Where the rounds of this player outlast a reload. */
  keepPlayedRounds: (rounds: readonly PlayedRound[]) => void;
  /** And the answers that the server has not spoken of yet. */
  keepPendingAnswers: (answers: readonly PendingAnswer[]) => void;
};

const reducer = combineReducers({
  feed: feedReducer,
  answers: answerReducer,
  connection: connectionReducer,
  clock: clockReducer,
  boardPage: boardPageReducer,
  playedRounds: playedRoundReducer,
});

export type LiveState = ReturnType<typeof reducer>;
export type StartLiveListening = TypedStartListening<LiveState, Dispatch, LiveSurroundings>;
export type LiveListenerApi = ListenerEffectAPI<LiveState, Dispatch, LiveSurroundings>;

const effects = [connectionEffects, clockEffects, answerEffects, resyncEffects, boardPageEffects, playedRoundEffects];

/** One game in one tab. */
export function createLiveStore({ preloadedState, ...given }: Omit<LiveSurroundings, "line"> & { preloadedState?: Partial<LiveState> }) {
  const surroundings: LiveSurroundings = { ...given, line: { socket: null } };
  const listeners = createListenerMiddleware<LiveState, Dispatch, LiveSurroundings>({ extra: surroundings });
  for (const startEffects of effects) startEffects(listeners.startListening);

  return configureStore({
    reducer,
    preloadedState,
    devTools: false,
    // A large board passes here twice a second: the checks for mutation and serialisability would cost more than the work.
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false, thunk: false }).prepend(listeners.middleware),
  });
}

export type LiveStore = ReturnType<typeof createLiveStore>;
