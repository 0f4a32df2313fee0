import { describe, expect, it } from "vitest";
import { readClientMessage } from "./read-client-message";

const read = (message: unknown) => readClientMessage(JSON.stringify(message));

describe("readClientMessage", () => {
  it.each([
    ["an answer by option", { type: "answer_submission", payload: { questionId: "q", selectedOption: 0, answeredAt: "2026-01-01T00:00:00Z" } }],
    ["a typed answer with its action", { type: "answer_submission", payload: { questionId: "q", answer: { text: "colour" }, actionId: "a1" } }],
    ["a wish for the board", { type: "get_leaderboard", payload: {} }],
    ["a heartbeat", { type: "heartbeat", payload: { sentAt: 12 } }],
  ])("reads %s", (_what, message) => {
    expect(read(message)).toEqual({ ok: true, value: message });
  });

  it.each(["get_leaderboard", "heartbeat"])("takes a %s without a payload as one with an empty one", (type) => {
    expect(read({ type })).toEqual({ ok: true, value: { type, payload: {} } });
  });

  it("names unknown keys, also beside the payload", () => {
    expect(read({ type: "answer_submission", payload: { questionId: "q", selectedOption: 0, score: 9, isCorrect: true } })).toMatchObject({
      error: { reason: "BAD_MESSAGE", details: { issues: [{ path: "payload.score", message: 'Unknown key "score"' }, { path: "payload.isCorrect" }] } },
    });
    expect(read({ type: "heartbeat", payload: {}, extra: 1 })).toMatchObject({ error: { reason: "BAD_MESSAGE", details: { issues: [{ path: "extra" }] } } });
  });

  it.each(["take_over", "constructor", "__proto__", "toString"])("does not know the type %s", (type) => {
    expect(read({ type, payload: {} })).toMatchObject({ ok: false, error: { reason: "UNKNOWN_TYPE", details: { type } } });
  });

  it.each([
    ["null"], ["[]"], ["5"], ['"text"'], ["{}"], ["{"], [""], ['{"type":1}'], ['{"type":"heartbeat","payload":[]}'], ['{"type":"heartbeat","payload":null}'],
    ['{"type":"answer_submission"}'], ['{"type":"answer_submission","payload":{"questionId":"q"}}'],
    ['{"type":"answer_submission","payload":{"questionId":"q","selectedOption":0,"answer":{}}}'],
    ['{"type":"answer_submission","payload":{"questionId":"q","selectedOption":1.5}}'],
    ['{"type":"answer_submission","payload":{"questionId":"q","selectedOption":1e999}}'],
    ['{"type":"answer_submission","payload":{"questionId":{"$gt":""},"selectedOption":1}}'],
    ['{"type":"answer_submission","payload":{"questionId":"q","selectedOption":0,"__proto__":{"admin":true}}}'],
    [`{"type":"${"x".repeat(100)}"}`],
  ])("refuses %s", (text) => {
    expect(readClientMessage(text)).toMatchObject({ ok: false, error: { reason: "BAD_MESSAGE" } });
  });
});
