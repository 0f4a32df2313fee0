import type { GameId } from "@quickfire/engine";
import { createFunctionCaller } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import type { EventHub } from "../event-hub.types";
import { assembleLibrary } from "../functions/library";
import { gameKeys } from "../keys";
import { createEventHistory } from "./event-history";
import { parseEventId } from "./event-id";
import { createGameFeed, type GameFeed } from "./game-feed";
import { parseMessage } from "./messages";

/** Pub/Sub may lose messages without a word: this often each game's newest number is compared. */
const checkEveryMs = 1_000;
/** From a game being back to its shard being open. */
const rebuiltWithinMs = 50;

export type EventHubOptions = {
  /** Connected with the role `subscriber`; the hub has it for itself. */
  subscriber: RedisClient;
  redis: RedisClient;
  shards: number;
  checkMs?: number;
  onError?: (error: unknown) => void;
};

/** `users` counts listeners, also those that still wait for the start. */
type Watched = { feed: GameFeed; started: Promise<void>; users: number };

export function createEventHub({ subscriber, redis, shards, checkMs = checkEveryMs, onError }: EventHubOptions): EventHub {
  const keysOf = (gameId: GameId) => gameKeys(gameId, shards);
  const history = createEventHistory({ redis, call: createFunctionCaller({ redis, library: assembleLibrary() }), keysOf });
  const watched = new Map<string, Watched>();
  const report = (error: unknown) => onError?.(error);

  async function receive(channel: string, text: string): Promise<void> {
    const game = watched.get(channel);
    if (!game) return;
    const message = parseMessage(text);
    if ("control" in message) {
      game.feed.tell(message.control);
      // The shard opens in a moment; until then there is nothing to be read.
      if (message.control.type === "rebuilt") setTimeout(() => void check(channel, game).catch(report), rebuiltWithinMs).unref();
    } else await game.feed.receive(message);
  }

  async function subscribe(channel: string): Promise<void> {
    await asked("subscribing to a game", subscriber.subscribe(channel));
  }

  async function check(channel: string, { feed, started }: Watched): Promise<void> {
    await started;
    // What was missed may have been missed because the subscription is gone.
    if (await feed.check()) await subscribe(channel);
  }

  const checkAll = () => watched.forEach((game, channel) => void check(channel, game).catch(report));
  const onMessage = (channel: string, text: string) => void receive(channel, text).catch(report);
  const timer = setInterval(checkAll, checkMs);
  timer.unref();
  subscriber.on("message", onMessage);
  // After a reconnection the client subscribes again by itself; what was published in between is in the streams.
  subscriber.on("ready", checkAll);

  function watch(gameId: GameId, channel: string): Watched {
    const known = watched.get(channel);
    if (known) return known;
    const feed = createGameFeed({ gameId, history });
    // Subscribe before reading, or an event between the two is lost.
    const game = { feed, started: subscribe(channel).then(feed.start), users: 0 };
    watched.set(channel, game);
    return game;
  }

  async function leave(channel: string, game: Watched): Promise<void> {
    game.users -= 1;
    if (game.users > 0 || watched.get(channel) !== game) return;
    watched.delete(channel);
    await subscriber.unsubscribe(channel);
  }

  return {
    async listen(gameId, listener) {
      const { channel } = keysOf(gameId);
      const game = watch(gameId, channel);
      game.users += 1;
      try {
        await game.started;
      } catch (error) {
        await leave(channel, game).catch(report);
        throw error;
      }
      game.feed.listeners.add(listener);
      return () => {
        if (game.feed.listeners.delete(listener)) void leave(channel, game).catch(report);
      };
    },

    async eventsAfter(gameId, lastEventId) {
      const position = parseEventId(lastEventId);
      if (!position) return "too-far-back";
      const kept = watched.get(keysOf(gameId).channel)?.feed.after(position);
      if (kept) return kept;
      const newest = await history.newest(gameId);
      if (newest?.epoch !== position.epoch || position.number > newest.number) return "too-far-back";
      const events = await history.from(gameId, position.number + 1);
      const isWhole = position.number === newest.number || parseEventId(events[0]?.id ?? "")?.number === position.number + 1;
      return isWhole ? events : "too-far-back";
    },

    newestId: (gameId) => watched.get(keysOf(gameId).channel)?.feed.newestId() ?? null,

    async close() {
      clearInterval(timer);
      subscriber.off("message", onMessage);
      subscriber.off("ready", checkAll);
      const channels = [...watched.keys()];
      watched.clear();
      if (channels.length > 0) await subscriber.unsubscribe(...channels).catch(report);
    },
  };
}
