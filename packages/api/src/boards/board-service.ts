import type { FlushReport } from "@quickfire/broadcast";
import type { BoardRepository } from "@quickfire/db";
import { type Board, boardName, type UserId } from "@quickfire/engine";
import { type BoardPage, type BoardRow, type BoardStore, type BoardSubscriber, type PublishedBoard, publishedPlaces } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";
import { Refusal } from "../errors";
import { BoardFeed, type KnownTop, type NamedRow } from "./board-feed";
import { createNameBook } from "./name-book";

/** After a failure nothing is asked for a while: who calls gets what is known at once, and Redis is left alone. */
const restMs = 2_000;
/** A board that nobody looked at for so long is not listened to any more. */
const keptForMs = 5 * 60_000;

export type BoardView = { rows: NamedRow[]; at: number; /** Redis could not be asked: this is how it last was. */ stale: boolean };
export type BoardSlice = { rows: NamedRow[]; total: number; offset: number };

export type BoardServiceOptions = {
  store: BoardStore;
  subscriber: BoardSubscriber;
  boards: BoardRepository;
  metrics: Pick<Metrics, "cacheHits" | "cacheMisses" | "staleBoards" | "boardWrites" | "boardFanout" | "slowReaders" | "errors">;
  logger: Logger;
  now?: () => number;
  /** Pub/Sub may lose a message without a word, so each board is compared from time to time; that also tells whether Redis is there. */
  compareEveryMs?: number;
};

/**
 * The long-term boards as pages and programs see them. The top of a board is kept in the process and replaced when it is published
 * anew; while Redis is away it is shown as it last was, and says so.
 */
export function createBoardService({ store, subscriber, boards, metrics, logger, now = Date.now, compareEveryMs = 5_000 }: BoardServiceOptions) {
  const names = createNameBook({ boards, now });
  const feeds = new Map<string, { board: Board; feed: BoardFeed; started: Promise<void>; stop: () => void }>();
  const lookedAt = new Set<BoardFeed>();
  let restUntil = 0;

  async function named(rows: readonly BoardRow[]): Promise<NamedRow[]> {
    const found = await names.of(rows.map(({ userId }) => userId));
    return rows.flatMap(({ userId, score, rank }, place) => {
      const username = found[place];
      return typeof username === "string" ? [{ rank, userId, username, score }] : [];
    });
  }

  /** Asks Redis, unless it has just failed. Null for a board that is being made again. */
  async function asking<Value>(ask: () => Promise<Value | null>): Promise<Value> {
    if (now() < restUntil) throw new Refusal({ code: "BUSY", retryAfterSeconds: 1 });
    let value: Value | null;
    try {
      value = await ask();
    } catch (error) {
      restUntil = now() + restMs;
      throw error;
    }
    if (value === null) throw new Refusal({ code: "BUSY", retryAfterSeconds: 1, detail: "The board is being made again; try in a moment" });
    return value;
  }

  const learn = async (feed: BoardFeed, { epoch, number, at, rows }: PublishedBoard): Promise<void> => feed.learn({ epoch, number, at, rows: feed.isNews({ epoch, number }) ? await named(rows) : [] });

  async function refresh(board: Board, feed: BoardFeed): Promise<void> {
    try {
      await learn(feed, await asking<BoardPage>(() => store.read(board, { limit: publishedPlaces })));
    } catch (error) {
      feed.markStale();
      throw error;
    }
  }

  /** Once at a time, and nobody waits for it. */
  function lookAgain(board: Board, feed: BoardFeed): void {
    if (lookedAt.has(feed)) return;
    lookedAt.add(feed);
    void refresh(board, feed).catch(() => undefined).finally(() => lookedAt.delete(feed));
  }

  function follow(board: Board): { feed: BoardFeed; started: Promise<void> } {
    const name = boardName(board);
    const known = feeds.get(name);
    if (known) return known;
    const feed = new BoardFeed(name, { onTooSlow: () => metrics.slowReaders.inc(), onFlush: countFlush });
    // Subscribe before reading, or a publication between the two is lost.
    const stop = subscriber.listen(board, (published) => void learn(feed, published).catch(report));
    const followed = { board, feed, stop, started: subscriber.ready().then(() => refresh(board, feed)) };
    feeds.set(name, followed);
    return followed;
  }

  function countFlush({ writes, delayMs }: FlushReport): void {
    metrics.boardWrites.inc(writes);
    metrics.boardFanout.observe(delayMs / 1_000);
  }

  function report(error: unknown): void {
    metrics.errors.inc({ place: "boards" });
    logger.warn({ err: error }, "a board could not be read; it is shown as it last was");
  }

  function compareAll(): void {
    for (const [name, { board, feed, stop }] of feeds) {
      if (feed.followers === 0 && now() - feed.usedAt > keptForMs) {
        stop();
        feeds.delete(name);
      } else lookAgain(board, feed);
    }
  }
  const comparing = setInterval(compareAll, compareEveryMs);
  comparing.unref();

  /** The top as it is known; what was never known is read. While Redis can't be asked nobody waits for it: the last known is shown. */
  async function knownTop(board: Board): Promise<{ feed: BoardFeed; top: KnownTop }> {
    const { feed, started } = follow(board);
    feed.usedAt = now();
    (feed.top !== null && !feed.isStale ? metrics.cacheHits : metrics.cacheMisses).inc({ cache: "board" });
    if (feed.top === null) {
      try {
        await started;
      } catch (error) {
        // A feed that never began is begun anew by the next one who asks.
        if (feed.top === null) forget(board);
        if (feed.top === null) throw error;
      }
    }
    if (feed.top === null) throw new Refusal({ code: "BUSY", retryAfterSeconds: 1 });
    if (feed.isStale) {
      metrics.staleBoards.inc();
      lookAgain(board, feed);
    }
    return { feed, top: feed.top };
  }

  function forget(board: Board): void {
    feeds.get(boardName(board))?.stop();
    feeds.delete(boardName(board));
  }

  return {
    async top(board: Board, limit: number): Promise<BoardView> {
      if (limit > publishedPlaces) {
        const page = await asking(() => store.read(board, { limit }));
        return { rows: await named(page.rows), at: page.at, stale: false };
      }
      const { feed, top } = await knownTop(board);
      return { rows: top.rows.slice(0, limit), at: top.at, stale: feed.isStale };
    },

    /** The page in the middle of which the user stands; from the top where they stand nowhere. */
    async around(board: Board, { userId, limit }: { userId: UserId; limit: number }): Promise<BoardSlice> {
      const page = await asking(() => store.read(board, { limit, around: userId }));
      return { rows: await named(page.rows), total: page.total, offset: page.offset };
    },

    /** Some users among themselves. */
    async among(board: Board, userIds: readonly UserId[]): Promise<NamedRow[]> {
      const points = await asking(() => store.points(board, userIds));
      const placed = userIds.flatMap((userId, place) => ({ userId, score: points[place] ?? 0 })).sort((one, other) => other.score - one.score);
      return named(placed.map((row) => ({ ...row, rank: 1 + placed.findIndex(({ score }) => score === row.score) })));
    },

    /** An archived board: what is in Postgres stays as it is. */
    async archived(board: Board, limit: number): Promise<NamedRow[]> {
      return named(await boards.archivedTop({ board, limit }));
    },

    /** A feed that somebody can be attached to, and how a newcomer's first event is made. */
    async feedOf(board: Board): Promise<{ feed: BoardFeed; snapshot: () => Promise<KnownTop> }> {
      const { feed } = await knownTop(board);
      return { feed, snapshot: async () => (await knownTop(board)).top };
    },

    boards,

    close(): void {
      clearInterval(comparing);
      for (const { stop } of feeds.values()) stop();
      feeds.clear();
    },
  };
}

export type BoardService = ReturnType<typeof createBoardService>;
