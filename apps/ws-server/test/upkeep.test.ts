import { randomUUID } from "node:crypto";
import { sessionIdSchema } from "@quickfire/engine";
import { gameKeys } from "@quickfire/realtime";
import { waitFor } from "@quickfire/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, socketToken, type TestNode, useNodes } from "./live-fixture";
import { connectPlain } from "./plain-client";
import { TrpcClient } from "./trpc-client";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ limits: { presenceEveryMs: 50, signedOutEveryMs: 50 } });
});

const presentIn = async (game: Parameters<typeof join>[1]) => (await node.store.overview(game.gameId))?.present;

describe("a node's upkeep", () => {
  it("keeps its players present as long as their sockets are open, and tells when they are gone", async () => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    const client = await connectPlain(node, anna);
    await client.next("snapshot");
    await node.redis.zrem(gameKeys(game.gameId, 16).present, anna.participantId);
    await waitFor(async () => (await presentIn(game)) === 1, { what: "Anna's presence" });
    client.socket.close();
    await waitFor(async () => (await presentIn(game)) === 0, { what: "Anna's absence" });
  });

  it("tells everybody that a game is being rebuilt, then gives them a snapshot of the new epoch", async () => {
    const game = await createGame(node.store);
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    const plain = await connectPlain(node, anna);
    const trpc = new TrpcClient(node, ben.token);
    trpc.listen();
    const before = await plain.next("snapshot");
    await trpc.next("snapshot");
    await node.redis.hset(gameKeys(game.gameId, 16).game, "epoch", "rebuilt");
    await Promise.all([plain.next("game_recovering"), trpc.next("game_recovering")]);
    const after = await plain.next("snapshot");
    expect([before.id?.startsWith("rebuilt."), after.id?.startsWith("rebuilt.")]).toEqual([false, true]);
    expect((await trpc.next("snapshot")).id).toBe(after.id);
    await command(node.store, game, "lock");
    await Promise.all([plain.next("game_locked"), trpc.next("game_locked")]);
    plain.socket.close();
    await trpc.close();
  });

  it("closes what a host had opened when their sign-in has ended, and neither another's sockets nor a player's", async () => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    const [home, school] = [sessionIdSchema.parse(randomUUID()), sessionIdSchema.parse(randomUUID())];
    const { gameId, hostUserId: userId } = game;
    const open = async (token: string, as: "host" | "player") => {
      const client = new TrpcClient(node, token);
      client.listen(as);
      await client.next("snapshot");
      return client;
    };
    const [desk, screen, elsewhere, player] = [
      await open(await socketToken({ role: "host", gameId, userId, sessionId: home }), "host"), await open(await socketToken({ role: "screen", gameId, userId, sessionId: home }), "host"),
      await open(await socketToken({ role: "host", gameId, userId, sessionId: school }), "host"), await open(anna.token, "player"),
    ];
    await node.ended.note([home]);
    await waitFor(() => desk.closes.length > 0 && screen.closes.length > 0);
    expect([desk.closes[0], screen.closes[0], elsewhere.closes, player.closes]).toEqual([1013, 1013, [], []]);
    await Promise.all([desk, screen, elsewhere, player].map((client) => client.close()));
  });

  it("forgets a game when its last socket is gone, and finds it again for the next one", async () => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    const activeGames = async () => Number(/^quickfire_active_games\{[^}]*\} (\d+)/m.exec(await node.metrics.registry.metrics())?.[1]);
    await waitFor(async () => (await activeGames()) === 0);
    const client = await connectPlain(node, anna);
    await client.next("snapshot");
    expect(await activeGames()).toBe(1);
    client.socket.close();
    await waitFor(async () => (await activeGames()) === 0);
    const again = await connectPlain(node, anna, { lastEventId: client.lastEventId });
    await command(node.store, game, "lock");
    await again.next("game_locked");
    expect(again.types).not.toContain("snapshot");
    again.socket.close();
  });
});
