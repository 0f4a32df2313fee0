import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerChosen } from "../store/answer-slice";
import { connectRequested, disconnectRequested } from "../store/connection-slice";
import { createLiveStore } from "../store/live-store";
import { openQuestion, questionId, snapshot, snapshotMessage } from "../testing/messages";
import { createScriptedNetwork } from "../testing/scripted-network";

beforeEach(() => vi.useFakeTimers({ now: 12_000 }));
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const tap = answerChosen({ questionId, actionId: "act-1", answer: { option: "opt-b" }, chosenAt: 12_000 });

async function openQuestionGame() {
  const network = createScriptedNetwork();
  const store = createLiveStore({ api: network.api, now: Date.now, random: () => 1, keepPlayedRounds: () => undefined, keepPendingAnswers: () => undefined });
  store.dispatch(connectRequested());
  await settle();
  network.say(snapshotMessage("e1.0", { phase: "question", question: openQuestion() }));
  return { ...network, store, answer: () => store.getState().answers[questionId], close: () => store.dispatch(disconnectRequested()) };
}

describe("an answer", () => {
  it("goes over the open socket and is accepted", async () => {
    const { store, seen, answer, close } = await openQuestionGame();
    store.dispatch(tap);
    expect(answer()).toMatchObject({ status: "pending" });
    await settle();
    expect(answer()).toMatchObject({ status: "accepted", answer: { option: "opt-b" } });
    expect(seen.overSocket).toEqual([{ questionId, actionId: "act-1", answer: { option: "opt-b" }, answeredAt: "1970-01-01T00:00:12.000Z" }]);
    close();
  });

  it("is sent again after a reconnect, under the same id, when the first sending was never acknowledged", async () => {
    const { store, script, seen, answer, breakSocket, close } = await openQuestionGame();
    const { answer: accept } = script;
    script.answer = () => null;
    store.dispatch(tap);
    script.http = "down";
    breakSocket();
    await settle();
    expect(answer()).toMatchObject({ status: "pending" });
    script.http = "works";
    script.answer = accept;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answer()).toMatchObject({ status: "accepted" });
    expect(seen.overSocket.map(({ actionId }) => actionId)).toEqual(["act-1", "act-1"]);
    close();
  });

  it("goes over HTTP when the socket has gone silent", async () => {
    const { store, script, seen, answer, close } = await openQuestionGame();
    const { answer: accept } = script;
    script.answer = () => null;
    store.dispatch(tap);
    await settle();
    script.answer = accept;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(seen.overHttp.map(({ actionId }) => actionId)).toEqual(["act-1"]);
    expect(answer()).toMatchObject({ status: "accepted" });
    close();
  });

  it("that was tapped without any connection is delivered once there is one", async () => {
    const { store, script, seen, answer, breakSocket, close } = await openQuestionGame();
    script.http = "down";
    breakSocket();
    await settle();
    store.dispatch(tap);
    await settle();
    expect(answer()).toMatchObject({ status: "pending" });
    expect(seen.overSocket).toEqual([]);
    script.http = "works";
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answer()).toMatchObject({ status: "accepted" });
    close();
  });

  it("is tried again while the server is busy, and refused only for good reasons", async () => {
    const { store, script, seen, answer, close } = await openQuestionGame();
    script.answer = ({ actionId }) => ({ questionId, actionId, accepted: false, reason: seen.overSocket.length < 3 ? "BUSY" : "TOO_LATE" });
    store.dispatch(tap);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen.overSocket).toHaveLength(3);
    expect(answer()).toMatchObject({ status: "refused", reason: "TOO_LATE" });
    close();
  });

  it("that met a pause is sent when the game goes on", async () => {
    const { store, script, seen, say, answer, close } = await openQuestionGame();
    const { answer: accept } = script;
    script.answer = ({ actionId }) => ({ questionId, actionId, accepted: false, reason: "PAUSED" });
    store.dispatch(tap);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.overSocket).toHaveLength(1);
    script.answer = accept;
    say({ type: "game_resumed", payload: {}, id: "e1.1" });
    await settle();
    expect(answer()).toMatchObject({ status: "accepted" });
    close();
  });

  it("of another tab is asked for when it turns out to stand in the place of this one's", async () => {
    const { store, script, answer, close } = await openQuestionGame();
    script.answer = ({ actionId }) => ({ questionId, actionId, accepted: true, repeated: true, conflict: true });
    const you = { ...snapshot().you, answered: true, answer: { option: "opt-d" } };
    script.snapshot = { id: "e1.0", snapshot: snapshot({ phase: "question", question: openQuestion(), you }) };
    store.dispatch(tap);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(answer()).toMatchObject({ status: "accepted", answer: { option: "opt-d" } });
    close();
  });

  it("is told to have come too late where its question has gone by during the break, and only there", async () => {
    const { store, script, say, breakSocket, close } = await openQuestionGame();
    const missed = () => store.getState().connection.status === "live" && "missedAnswer" in store.getState().connection;
    script.answer = () => null;
    store.dispatch(tap);
    script.http = "down";
    breakSocket();
    await settle();
    script.http = "works";
    script.answer = ({ questionId, actionId }) => ({ questionId, actionId, accepted: false, reason: "TOO_LATE" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState().answers[questionId]).toMatchObject({ status: "refused" });
    say(snapshotMessage("e1.9", { phase: "question", question: openQuestion({ questionId: "00000000-0000-4000-8000-0000000000aa" }) }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(missed()).toBe(true);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(store.getState().connection).toEqual({ status: "live", restored: false });
    close();
  });
});
