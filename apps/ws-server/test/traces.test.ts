import { randomUUID } from "node:crypto";
import { startOtlpReceiver, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { command, createGame, join, questionId, type TestNode, useNodes } from "./live-fixture";
import { connectPlain } from "./plain-client";
import { TrpcClient } from "./trpc-client";

const start = useNodes();
let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
let node: TestNode;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
  node = await start({ name: "traced", tracesTo: receiver.endpoint });
});
afterAll(() => receiver.close());

it("one trace follows an answer from the click through Redis to the screens, whatever socket it came by", async () => {
  const game = await createGame(node.store, { feedback: "instant", leaderboard: "live", closeWhenAllAnswered: false });
  const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
  const plain = await connectPlain(node, anna);
  const trpc = new TrpcClient(node, ben.token);
  trpc.listen();
  await Promise.all([plain.next("snapshot"), trpc.next("snapshot")]);
  await command(node.store, game, "start");
  const question = (await plain.next("new_question")).payload;
  await waitFor(() => node.store.now() > Date.parse(String(question["startTime"])));

  const clicks = { plain: randomUUID(), trpc: randomUUID() };
  const clickedAt = Date.now() - 20;
  plain.answer(questionId(game.quiz, 1), 0, { actionId: clicks.plain, answeredAt: new Date(clickedAt).toISOString() });
  await trpc.api.live.answer.mutate({ questionId: questionId(game.quiz, 1), selectedOption: 0, actionId: clicks.trpc, answeredAt: clickedAt });
  await plain.next("leaderboard_changed");
  await command(node.store, game, "end");
  await Promise.all([plain.next("quiz_ended"), trpc.next("quiz_ended")]);
  await trpc.close();
  await node.stop();

  for (const click of Object.values(clicks)) {
    const traceId = click.replaceAll("-", "");
    const trace = receiver.spans.filter((span) => span.traceId === traceId);
    const root = trace.find(({ name }) => name === "answer");
    expect(root).toMatchObject({ attributes: { "quickfire.outcome": "accepted", "quickfire.game_id": game.gameId } });
    expect(root?.parentSpanId ?? "").toBe("");
    expect(Number(root?.attributes["quickfire.way_up_ms"])).toBeGreaterThanOrEqual(0);
    const steps = trace.filter((span) => span !== root);
    expect(steps.map(({ name }) => name)).toEqual(["redis submit_answers", expect.stringMatching(/^publish (leaderboard_changed|question_closed)$/)]);
    for (const step of steps) {
      expect(step.parentSpanId).toBe(root?.spanId);
      // What was done for several answers at once is a span of its own, linked both ways.
      const shared = receiver.spans.find(({ spanId }) => spanId === step.links[0]?.spanId);
      expect(shared).toMatchObject({ name: step.name, links: expect.arrayContaining([expect.objectContaining({ traceId, spanId: root?.spanId })]) });
    }
  }
});
