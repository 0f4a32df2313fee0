import { type Board, userIdSchema } from "@quickfire/engine";
import { z } from "zod";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import { boardKeys } from "../keys";
import type { PublishedBoard } from "./board-store.types";

type Listener = (published: PublishedBoard) => void;

/** Hears the tops of boards as they are published. What is lost on the way has to be read: a gap in the numbers tells. */
export interface BoardSubscriber {
  /** Until the returned function is called. */
  listen(board: Board, listener: Listener): () => void;
  /** Once Redis knows of every board that is listened to by now. */
  ready(): Promise<void>;
}

const messageSchema = z
  .object({ epoch: z.string(), number: z.int(), at: z.int(), rows: z.array(z.tuple([userIdSchema, z.number(), z.int()])) })
  .transform(({ rows, ...published }): PublishedBoard => ({ ...published, rows: rows.map(([userId, score, rank]) => ({ userId, score, rank })) }));

/** On a connection with the role `subscriber`, which may hold other subscriptions beside. */
export function createBoardSubscriber({ subscriber, onError }: { subscriber: RedisClient; onError?: (error: unknown) => void }): BoardSubscriber {
  const listeners = new Map<string, Listener>();
  let subscribing: Promise<unknown> = Promise.resolve();

  subscriber.on("message", (channel: string, text: string) => {
    const listener = listeners.get(channel);
    if (!listener) return;
    try {
      listener(messageSchema.parse(JSON.parse(text)));
    } catch (error) {
      onError?.(error);
    }
  });

  /** In the order in which they were wanted, so that a late one does not undo a newer. */
  function inTurn(ask: () => Promise<unknown>): void {
    subscribing = subscribing.catch(() => undefined).then(ask);
    subscribing.catch((error: unknown) => onError?.(error));
  }

  return {
    listen(board, listener) {
      const { channel } = boardKeys(board);
      listeners.set(channel, listener);
      inTurn(() => subscriber.subscribe(channel));
      return () => {
        if (listeners.get(channel) !== listener) return;
        listeners.delete(channel);
        inTurn(async () => listeners.has(channel) || subscriber.unsubscribe(channel));
      };
    },
    ready: async () => void (await asked("subscribing to a board", subscribing)),
  };
}
