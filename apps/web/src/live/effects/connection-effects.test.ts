import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectRequested, disconnectRequested, lineDoubted, retryRequested } from "../store/connection-slice";
import { createLiveStore } from "../store/live-store";
import { createScriptedNetwork } from "../testing/scripted-network";
import { snapshot, snapshotMessage } from "../testing/messages";

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

function openGame(network = createScriptedNetwork()) {
  const store = createLiveStore({ api: network.api, now: Date.now, random: () => 1, keepPlayedRounds: () => undefined, keepPendingAnswers: () => undefined });
  return { ...network, store, connection: () => store.getState().connection };
}

describe("the connection", () => {
  it("opens with a fresh token, learns the server's clock, and hears the feed", async () => {
    const { store, say, connection } = openGame();
    store.dispatch(connectRequested());
    expect(connection()).toEqual({ status: "connecting", since: 1_000 });
    await settle();
    say(snapshotMessage("e1.0"));
    await settle();
    expect(connection()).toEqual({ status: "live", restored: false });
    expect(store.getState().feed.game?.title).toBe("Past or present perfect?");
    expect(store.getState().clock).toMatchObject({ offsetMs: 5_000, roundTripMs: 0 });
    store.dispatch(disconnectRequested());
  });

  it("resumes from the last event it saw, with a new token, and says that it is back", async () => {
    const { store, say, breakSocket, seen, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    say(snapshotMessage("e1.7"));
    breakSocket();
    await settle();
    expect(connection()).toMatchObject({ status: "reconnecting", attempt: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connection()).toEqual({ status: "live", restored: true });
    expect(seen).toMatchObject({ tokens: 2, resumedFrom: [null, "e1.7"] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connection()).toEqual({ status: "live", restored: false });
    store.dispatch(disconnectRequested());
  });

  it("counts its tries, gives up after eight, and starts over when asked", async () => {
    const { store, script, breakSocket, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    script.http = "down";
    breakSocket();
    const attempts = new Set<number>();
    for (let half = 0; half < 240; half++) {
      await vi.advanceTimersByTimeAsync(500);
      const now = connection();
      if (now.status === "reconnecting") attempts.add(now.attempt);
    }
    expect([...attempts]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(connection()).toMatchObject({ status: "gave-up", lostAt: 1_000 });
    script.http = "works";
    store.dispatch(retryRequested());
    await settle();
    expect(connection()).toMatchObject({ status: "live" });
    store.dispatch(disconnectRequested());
  });

  it("tries at once when asked to, without waiting for its turn", async () => {
    const { store, script, breakSocket, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    script.http = "down";
    breakSocket();
    await vi.advanceTimersByTimeAsync(8_000);
    script.http = "works";
    store.dispatch(retryRequested());
    await settle();
    expect(connection()).toMatchObject({ status: "live" });
    store.dispatch(disconnectRequested());
  });

  it("finds out that a socket died while the page slept, and comes back at once", async () => {
    const { store, script, seen, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    script.heartbeats = "silent";
    store.dispatch(lineDoubted());
    await vi.advanceTimersByTimeAsync(3_000);
    expect(connection()).toMatchObject({ status: "reconnecting", attempt: 1 });
    script.heartbeats = "answered";
    store.dispatch(lineDoubted());
    await settle();
    expect(connection()).toMatchObject({ status: "live", restored: true });
    expect(seen.tokens).toBe(2);
    store.dispatch(disconnectRequested());
  });

  it("does not take over from another tab because somebody looks at this one", async () => {
    const { store, breakSocket, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    breakSocket(4000);
    await settle();
    store.dispatch(lineDoubted());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(connection()).toEqual({ status: "replaced" });
    store.dispatch(disconnectRequested());
  });

  it("stays quiet once the game has ended, whatever becomes of the socket", async () => {
    const { store, say, breakSocket, seen, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    say(snapshotMessage("e1.7", { phase: "ended" }));
    breakSocket(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection()).toEqual({ status: "over" });
    expect(seen.tokens).toBe(1);
  });

  it("still shows the end of a game that takes no connections any more", async () => {
    const { store, script, connection } = openGame();
    script.tokenFailure = "ENDED";
    script.snapshot = { id: "e1.40", snapshot: snapshot({ phase: "ended", round: 3 }) };
    store.dispatch(connectRequested());
    await settle();
    expect(connection()).toEqual({ status: "refused", reason: "ENDED" });
    expect(store.getState().feed.game).toMatchObject({ phase: "ended" });
    store.dispatch(disconnectRequested());
  });

  it("stands aside for another tab until told to play here", async () => {
    const { store, say, breakSocket, seen, connection } = openGame();
    store.dispatch(connectRequested());
    await settle();
    say(snapshotMessage("e1.7"));
    breakSocket(4000);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(connection()).toEqual({ status: "replaced" });
    expect(seen.tokens).toBe(1);
    store.dispatch(retryRequested());
    await settle();
    expect(connection()).toMatchObject({ status: "live" });
    // What the other tab answered stands in no event, so nothing is resumed.
    expect(seen.resumedFrom).toEqual([null, null]);
    store.dispatch(disconnectRequested());
  });

  it("fetches the state every 2 s where sockets are blocked, and returns to a socket when one opens", async () => {
    const { store, script, seen, connection } = openGame();
    script.sockets = "never-opens";
    script.snapshot = { id: "e1.3", snapshot: snapshot({ phase: "reveal", round: 1 }) };
    store.dispatch(connectRequested());
    await vi.advanceTimersByTimeAsync(1_100);
    expect(connection()).toEqual({ status: "polling" });
    expect(store.getState().feed.game).toMatchObject({ phase: "reveal" });
    const polls = seen.polls;
    await vi.advanceTimersByTimeAsync(4_400);
    expect(seen.polls).toBe(polls + 2);
    script.sockets = "opens";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection()).toMatchObject({ status: "live" });
    const pollsAtReturn = seen.polls;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.polls).toBe(pollsAtReturn);
    store.dispatch(disconnectRequested());
  });

  it("says so when polling fails as well", async () => {
    const { store, script, connection } = openGame();
    script.sockets = "never-opens";
    script.snapshot = { id: "e1.3", snapshot: snapshot() };
    store.dispatch(connectRequested());
    await vi.advanceTimersByTimeAsync(1_100);
    expect(connection()).toEqual({ status: "polling" });
    script.http = "down";
    await vi.advanceTimersByTimeAsync(7_000);
    expect(connection()).toMatchObject({ status: "reconnecting" });
    store.dispatch(disconnectRequested());
  });

  it("stops polling without a complaint once the page is gone", async () => {
    const { store, script, seen } = openGame();
    script.sockets = "never-opens";
    script.snapshot = { id: "e1.3", snapshot: snapshot() };
    store.dispatch(connectRequested());
    await vi.advanceTimersByTimeAsync(1_100);
    const polls = seen.polls;
    store.dispatch(disconnectRequested());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.polls).toBe(polls);
  });

  it("asks for a snapshot within 2 s of noticing that something is missing", async () => {
    const { store, say, script, seen } = openGame();
    store.dispatch(connectRequested());
    await settle();
    say(snapshotMessage("e1.3"));
    say({ type: "game_locked", payload: { locked: true }, id: "e1.9" });
    expect(store.getState().feed.behind).toBe(true);
    script.snapshot = { id: "e1.9", snapshot: snapshot({ phase: "podium", locked: true }) };
    await vi.advanceTimersByTimeAsync(1_600);
    expect(seen.polls).toBe(1);
    expect(store.getState().feed).toMatchObject({ behind: false, game: { phase: "podium" } });
    store.dispatch(disconnectRequested());
  });

  it("leaves nothing running once the page is gone", async () => {
    const { store, seen } = openGame();
    store.dispatch(connectRequested());
    await settle();
    store.dispatch(disconnectRequested());
    await vi.advanceTimersByTimeAsync(300_000);
    expect(seen.tokens).toBe(1);
    expect(store.getState().connection).toEqual({ status: "idle" });
  });
});
