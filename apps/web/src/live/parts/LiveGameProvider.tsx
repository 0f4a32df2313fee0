"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Provider } from "react-redux";
import { keepPendingAnswers, recallPendingAnswers } from "../memory/pending-answer-memory";
import { keepPlayedRounds, recallPlayedRounds } from "../memory/played-round-memory";
import { createLiveApi } from "../network/live-api";
import type { Audience } from "../network/live-api.types";
import { connectRequested, disconnectRequested, lineDoubted, retryRequested } from "../store/connection-slice";
import { createLiveStore, type LiveStore } from "../store/live-store";
import { LivePlaying } from "./playing";

type Looker = { gameId: string; audience: Audience; participantToken: string | null };

/** Holds one game of one tab, and its connection for as long as the page is open. */
export function LiveGameProvider({ gameId, audience, participantToken, children }: Looker & { children: ReactNode }) {
  const [store] = useState(() => openStore({ gameId, audience, participantToken }));
  useEffect(() => {
    store.dispatch(connectRequested());
    const stopWatching = watchPage(store);
    return () => {
      stopWatching();
      store.dispatch(disconnectRequested());
    };
  }, [store]);
  return <Provider store={store}><LivePlaying>{children}</LivePlaying></Provider>;
}

function openStore(looker: Looker): LiveStore {
  const { gameId } = looker;
  const plays = looker.audience === "participant";
  return createLiveStore({
    api: createLiveApi(looker),
    now: Date.now,
    random: Math.random,
    keepPlayedRounds: (rounds) => keepPlayedRounds(gameId, rounds),
    keepPendingAnswers: (answers) => keepPendingAnswers(gameId, answers),
    preloadedState: plays ? { playedRounds: recallPlayedRounds(gameId), answers: recallPendingAnswers(gameId) } : {},
  });
}

/** A phone that was in a pocket, or found its network again, need not wait for its next try. */
function watchPage(store: LiveStore): () => void {
  const onShown = () => {
    if (document.visibilityState === "visible") store.dispatch(lineDoubted());
  };
  const onOnline = () => {
    if (store.getState().connection.status === "reconnecting") store.dispatch(retryRequested());
  };
  const onOffline = () => store.dispatch(lineDoubted());
  document.addEventListener("visibilitychange", onShown);
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  return () => {
    document.removeEventListener("visibilitychange", onShown);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
  };
}
