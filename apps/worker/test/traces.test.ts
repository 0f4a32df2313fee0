import { randomUUID } from "node:crypto";
import { createDatabase, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { startTracing } from "@quickfire/telemetry";
import { createTestDatabase, type RedisUnderTest, startOtlpReceiver, startRedis, type TestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LiveEdge, openGame, openLiveEdge } from "./live-game";
import { startWorker } from "./saving-worker";

let redisServer: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let edge: LiveEdge;
let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;

beforeAll(async () => {
  [redisServer, fresh, receiver] = await Promise.all([startRedis(), createTestDatabase({ migrate }), startOtlpReceiver()]);
  database = createDatabase(fresh.url, { maxConnections: 4 });
  edge = await openLiveEdge(redisServer.url);
});
afterAll(async () => {
  await edge.close();
  await database.close();
  await Promise.all([redisServer.remove(), fresh.drop(), receiver.close()]);
});

it("an answer's trace goes on in the worker, with nothing carried in the log but the answer itself", async () => {
  const game = await openGame(edge, database);
  const [ann, ben] = [await game.join("Ann"), await game.join("Ben")];
  await game.command("start", "question");
  const actionId = randomUUID();
  await game.answer(1, [[ann, { selectedOption: 0, actionId }], [ben, { selectedOption: 1 }]]);

  const tracing = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_TRACES_SAMPLER_ARG: 1 }, { service: "worker", node: "one" });
  if (!tracing) throw new Error("there is an endpoint");
  const worker = await startWorker({ edge, database, redisUrl: redisServer.url, name: "traced", tracing });

  const root = tracing.rootOf({ gameId: game.gameId, participantId: ann, questionId: game.quiz.questions[0]?.id ?? "", actionId });
  const stored = await receiver.until(({ traceId }) => traceId === actionId.replaceAll("-", ""), "the span of the worker");
  await worker.stop();
  await tracing.stop();
  expect(stored).toMatchObject({ service: "quickfire-worker", name: "postgres store log", parentSpanId: root?.spanId });
  const shared = receiver.spans.find(({ spanId }) => spanId === stored.links[0]?.spanId);
  expect(shared?.links).toHaveLength(2);
  expect(shared?.links).toContainEqual(expect.objectContaining({ traceId: root?.traceId, spanId: root?.spanId }));
});
