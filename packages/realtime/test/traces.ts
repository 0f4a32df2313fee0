import type { GameEvent, GameId } from "@quickfire/engine";
import { fieldsOfFlat } from "../src/game-fields";
import type { RedisClient } from "../src/connect-redis";
import { parseHubEvent } from "../src/hub/messages";
import { gameKeys } from "../src/keys";
import { parseLogEntry, type LogEntry } from "../src/log/log-entry";
import type { LogEvent } from "../src/log/log-event";
import { testShards } from "./game-fixture";

/** What all in a game were told, oldest first. */
export async function eventsOf(redis: RedisClient, gameId: GameId): Promise<GameEvent[]> {
  const entries = await redis.xrange(gameKeys(gameId, testShards).events, "-", "+");
  return entries.map(([, fields]) => parseHubEvent(fields[1] ?? "").event);
}

export async function logEntriesOf(redis: RedisClient, gameId: GameId): Promise<LogEntry[]> {
  const entries = await redis.xrange(gameKeys(gameId, testShards).log, "-", "+");
  return entries
    .map(([, fields]) => fieldsOfFlat(fields))
    .filter((fields) => fields["game"] === gameId)
    .map(parseLogEntry);
}

/** What the durable log says of a game, oldest first. */
export async function logOf(redis: RedisClient, gameId: GameId): Promise<LogEvent[]> {
  return (await logEntriesOf(redis, gameId)).flatMap(({ events }) => events);
}
