import { randomUUID } from "node:crypto";
import { startOtlpReceiver } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSampled, traceIdOf, traceRootOf } from "./answer-key";
import { startTracing } from "./start-tracing";
import { traceBatches } from "./trace-batches";

const answer = { gameId: "game", participantId: "ann", questionId: "question" };
const actionId = "8C4AE1B1-3F0A-4D53-9C63-2D0E6B1F7A55";

describe("the trace of an answer", () => {
  it("has the id that the client made at the click, also in a retry, and in every process", () => {
    expect(traceRootOf({ ...answer, actionId }).traceId).toBe("8c4ae1b13f0a4d539c632d0e6b1f7a55");
    expect(traceRootOf({ ...answer, actionId })).toEqual(traceRootOf({ ...answer, actionId }));
    expect(traceRootOf({ ...answer, actionId }).spanId).toMatch(/^[0-9a-f]{16}$/);
  });

  it("has one made of who answered what, where the client's own is none", () => {
    for (const other of [undefined, "a1", "x".repeat(36), "00000000-0000-0000-0000-000000000000"]) expect(traceRootOf({ ...answer, actionId: other }).traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(traceRootOf(answer)).not.toEqual(traceRootOf({ ...answer, participantId: "ben" }));
  });

  it("is followed or not by its id alone, in about the share that is wanted", () => {
    const ids = Array.from({ length: 2_000 }, () => traceIdOf({ ...answer, actionId: randomUUID() }));
    const share = ids.filter((id) => isSampled(id, 0.25)).length / ids.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.06);
    expect(ids.every((id) => isSampled(id, 1))).toBe(true);
    expect(ids.some((id) => isSampled(id, 0))).toBe(false);
  });
});

describe("tracing", () => {
  let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
  beforeAll(async () => {
    receiver = await startOtlpReceiver();
  });
  afterAll(() => receiver.close());

  it("is nothing at all where no endpoint is set", async () => {
    expect(await startTracing({ OTEL_TRACES_SAMPLER_ARG: 1 }, { service: "test", node: "one" })).toBeUndefined();
  });

  it("links the call that took a batch to each of its answers, and each of them back", async () => {
    const tracing = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_TRACES_SAMPLER_ARG: 1 }, { service: "test", node: "one" });
    if (!tracing) throw new Error("there is an endpoint");
    const store = traceBatches({ submitAnswers: async (_gameId: string, answers: unknown[]) => answers }, { tracing, now: Date.now });
    const people = ["ann", "ben"];
    await store.submitAnswers("game", people.map((participantId) => ({ participantId, submission: { questionId: "question" } })));
    for (const participantId of people) {
      const root = tracing.rootOf({ ...answer, participantId });
      if (root) tracing.recordAnswer(root, { name: "answer", startedAt: 1_000, endedAt: 1_020, attributes: { "quickfire.outcome": "accepted" } });
    }
    await tracing.stop();

    const batch = receiver.spans.find(({ name, links }) => name === "redis submit_answers" && links.length === 2);
    for (const participantId of people) {
      const { traceId, spanId } = traceRootOf({ ...answer, participantId });
      const inTrace = receiver.spans.filter((span) => span.traceId === traceId);
      expect(inTrace.map(({ name, parentSpanId }) => [name, parentSpanId ?? null]).sort()).toEqual([["answer", null], ["redis submit_answers", spanId]]);
      expect(inTrace.find(({ name }) => name === "answer")?.spanId).toBe(spanId);
      expect(inTrace.find(({ name }) => name !== "answer")?.links).toMatchObject([{ traceId: batch?.traceId, spanId: batch?.spanId }]);
      expect(batch?.links).toEqual(expect.arrayContaining([expect.objectContaining({ traceId, spanId })]));
    }
    expect(new Set(receiver.spans.map(({ service }) => service))).toEqual(new Set(["quickfire-test"]));
  });
});
