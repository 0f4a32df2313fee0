import { waitFor } from "@quickfire/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { RawTrpc } from "./raw-trpc";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ name: "measured" });
});

/** The sum over all lines of a metric that have these labels. */
async function figure(name: string, ...labels: string[]): Promise<number> {
  const lines = (await node.metrics.registry.metrics()).split("\n").filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

describe("a node's figures", () => {
  it("tell how long a score and a final board take to the screens, from their publication in Redis", async () => {
    const game = await createGame(node.store, { feedback: "instant", leaderboard: "live", closeWhenAllAnswered: false });
    const anna = await join(node.store, game, "Anna");
    const client = await connectPlain(node, anna);
    await client.next("snapshot");
    expect(await figure("quickfire_socket_setup_seconds_count", 'transport="plain"')).toBeGreaterThan(0);
    expect(await figure("quickfire_feeds_total", 'outcome="snapshot"')).toBeGreaterThan(0);
    await command(node.store, game, "start");
    await client.next("new_question");
    await waitFor(async () => {
      client.answer(questionId(game.quiz, 1), 0);
      return (await client.next("answer_result")).payload["accepted"] === true;
    }, { everyMs: 100 });
    await client.next("leaderboard_changed");
    await waitFor(async () => (await figure("quickfire_score_to_screen_seconds_count")) > 0);
    expect(await figure("quickfire_score_to_screen_seconds_sum")).toBeLessThan(5);
    await command(node.store, game, "end");
    await client.next("quiz_ended");
    await waitFor(async () => (await figure("quickfire_final_standings_seconds_count")) === 1);
    expect(await figure("quickfire_pubsub_delay_seconds_count")).toBeGreaterThan(2);
    expect(await figure("quickfire_fanout_writes_total")).toBeGreaterThan(2);
    await client.closed;
    await waitFor(async () => (await figure("quickfire_closed_sockets_total", 'code="1000"')) === 1);
  });

  it("count what was refused, and why", async () => {
    const game = await createGame(node.store);
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    expect(await refusalOf(node, anna, { origin: "https://elsewhere.example" })).toBe(403);
    expect(await refusalOf(node, { ...anna, token: ben.token })).toBe(401);
    expect(await figure("quickfire_refused_sockets_total", 'reason="origin"')).toBe(1);
    expect(await figure("quickfire_refused_sockets_total", 'reason="token"')).toBe(1);
  });

  it("count messages that no honest client sends", async () => {
    const anna = await join(node.store, await createGame(node.store), "Anna");
    const client = await connectPlain(node, anna);
    client.socket.send("nonsense");
    client.socket.send("[".repeat(8_000));
    await waitFor(() => client.of("error").length === 2);
    client.socket.send("x".repeat(20_000));
    expect((await client.closed).code).toBe(1009);
    for (const reason of ["unreadable", "too_deep", "too_large"]) expect(await figure("quickfire_bad_frames_total", `reason="${reason}"`), reason).toBe(1);
  });

  it("count what the stock handler can't read, and nothing that it can", async () => {
    const before = await figure("quickfire_bad_frames_total", 'reason="unreadable"');
    const anna = await join(node.store, await createGame(node.store), "Anna");
    const raw = await RawTrpc.connect(node, anna.token);
    const query = (id: number, path: string) => ({ id, method: "query", params: { path } });
    const garbage = ["nonsense", Buffer.from("bytes"), "null", { id: 1 }, query(2, "live.nothing"), { ...query(3, "live.heartbeat"), method: "mutation" }];
    const invalid = { id: 4, method: "mutation", params: { path: "live.answer", input: { questionId: 5 } } };
    for (const message of [...garbage, invalid, { ...query(5, "host.events"), method: "subscription" }, raw.heartbeat(6)]) raw.say(message);
    for (const id of [2, 3, 4, 5, 6]) await raw.until((frame) => frame.id === id);
    expect(await figure("quickfire_bad_frames_total", 'reason="unreadable"')).toBe(before + garbage.length + 1);
    raw.socket.close();
    await raw.closed;
  });
});
