import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "@quickfire/testing";
import { buildServer, type ServerProcess, spawnServer } from "./built-server";
import { command, createGame, join, questionId, secret, socketToken, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { TrpcClient } from "./trpc-client";
import { untilOpen } from "./until-open";

const start = useNodes();
const running: ServerProcess[] = [];
let built: Awaited<ReturnType<typeof buildServer>>;
let other: TestNode;

beforeAll(async () => {
  [built, other] = await Promise.all([buildServer(), start({ name: "other" })]);
});
afterAll(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  await Promise.all(running.map(({ exit }) => exit));
  await built.remove();
});

async function launch(env: NodeJS.ProcessEnv = {}) {
  const server = spawnServer(built.main, env);
  running.push(server);
  const portOf = (message: string) => waitFor(() => server.logs.find(({ msg }) => msg === message)?.port as number | undefined, { timeoutMs: 10_000, what: message });
  const [operationsPort, port] = [await portOf("operations server listens"), await portOf("ready for sockets")];
  return { ...server, url: `ws://127.0.0.1:${port}`, operations: (path: string) => fetch(`http://127.0.0.1:${operationsPort}${path}`) };
}

describe("the process of ws-server", () => {
  it("serves a game, says how it is, and logs lines of JSON without tokens", async () => {
    const server = await launch({ NODE_NAME: "built", LOG_LEVEL: "debug" });
    expect([(await server.operations("/healthz")).status, (await server.operations("/readyz")).status]).toEqual([200, 200]);
    const game = await createGame(other.store);
    const anna = await join(other.store, game, "Anna");
    const client = await connectPlain(server, anna, { tokenInUrl: true });
    expect((await client.next("snapshot")).payload.node).toBe("built");
    await command(other.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(other, question.payload.startTime);
    client.answer(questionId(game.quiz, 1), 0);
    await client.next("answer_result");
    await client.next("question_closed");
    const metrics = await (await server.operations("/metrics")).text();
    for (const name of ["connected_clients", "active_games", "answers_total", "score_update_seconds_count", "fanout_delay_seconds_count", "outgoing_bytes_total", "redis_seconds_count"]) {
      expect(metrics).toMatch(new RegExp(`^quickfire_${name}\\{[^}]*\\} [1-9]`, "m"));
    }
    expect(server.logs).toContainEqual(expect.objectContaining({ gameId: game.gameId, participantId: anna.participantId, node: "built" }));
    expect(JSON.stringify(server.logs)).not.toContain(anna.token);
    server.child.kill("SIGKILL");
    expect((await client.closed).code).toBe(1006);
  });

  it("sends everybody elsewhere on SIGTERM, who then miss nothing, and is gone within 5 s", async () => {
    const server = await launch();
    const game = await createGame(other.store, { closeWhenAllAnswered: false });
    const [anna, ben] = [await join(other.store, game, "Anna"), await join(other.store, game, "Ben")];
    const plain = await connectPlain(server, anna);
    const trpc = new TrpcClient(server, await socketToken({ role: "participant", gameId: game.gameId, participantId: ben.participantId }));
    trpc.listen();
    await Promise.all([plain.next("snapshot"), trpc.next("snapshot")]);
    await command(other.store, game, "start");
    const question = await plain.next("new_question");
    await untilOpen(other, question.payload.startTime);
    plain.answer(questionId(game.quiz, 1), 0);
    expect((await plain.next("answer_result")).payload).toMatchObject({ accepted: true });

    const askedAt = Date.now();
    server.child.kill("SIGTERM");
    expect((await plain.closed).code).toBe(1001);
    const moved = await connectPlain(other, anna, { lastEventId: plain.lastEventId });
    await command(other.store, game, "reveal");
    await moved.next("question_closed");
    expect((await moved.next("your_standing")).payload).toMatchObject({ correct: true });
    expect(moved.types).not.toContain("snapshot");
    expect(await server.exit).toBe(0);
    expect(Date.now() - askedAt).toBeLessThan(5_000);
    await trpc.close();
    moved.socket.close();
  });

  it("lets nobody in while it goes", async () => {
    const server = await launch();
    const game = await createGame(other.store);
    const [anna, ben] = [await join(other.store, game, "Anna"), await join(other.store, game, "Ben")];
    const client = await connectPlain(server, anna);
    await client.next("snapshot");
    client.socket.pause();
    server.child.kill("SIGTERM");
    await waitFor(() => server.logs.some(({ msg }) => String(msg).startsWith("stops")), { what: "the drain" });
    const refused = await refusalOf(server, ben).catch(() => "refused");
    expect([503, "refused"]).toContain(refused);
    client.socket.terminate();
    expect(await server.exit).toBe(0);
  });

  it.each([
    ["AUTH_SECRET is missing", { AUTH_SECRET: "" }],
    ["AUTH_SECRET has to be a secret of at least 32 characters", { AUTH_SECRET: "short" }],
    ["REDIS_URL has to be a redis:// URL", { REDIS_URL: "http://127.0.0.1" }],
    ["WS_PORT has to be a whole number from 0 to 65535", { WS_PORT: "many" }],
    ["TRUSTED_PROXIES has to be a list of addresses or CIDR ranges", { TRUSTED_PROXIES: "everybody" }],
    ["LOG_LEVEL has to be one of", { LOG_LEVEL: "loud" }],
    ["SHARDS is 5, but this Redis was set up with 16", { SHARDS: "5" }],
    ["connecting to Redis", { REDIS_URL: "redis://127.0.0.1:1" }],
  ])("does not start, and says why in one line: %s", async (line, env) => {
    const server = spawnServer(built.main, env);
    running.push(server);
    expect(await server.exit).toBe(1);
    expect(server.errors).toEqual([expect.stringContaining(`ws-server: ${line}`)]);
    expect(server.errors.join("")).not.toContain(secret);
  });

  it("holds no Postgres driver", async () => {
    const code = await readFile(built.main, "utf8");
    expect(code).not.toMatch(/node_modules\/(?:\.pnpm\/)?(?:postgres|drizzle-orm|pg)[@/]/);
  });
});
