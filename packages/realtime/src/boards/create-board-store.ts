import { randomUUID } from "node:crypto";
import { type Board, boardName, type BoardUpdate, type UserId, userIdSchema } from "@quickfire/engine";
import { z } from "zod";
import { createFunctionCaller, type ObserveCall } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { beginBoard, fillBoard, finishBoard, forgetOnBoard, publishBoard, readBoard, readPlaces, updateBoards } from "../functions/board-definitions";
import { assembleLibrary, type Library } from "../functions/library";
import { boardKeys } from "../keys";
import type { BoardRow, BoardStore } from "./board-store.types";
import { Cluster } from "ioredis";

/** As many places as are published, and as a page's cache holds. */
export const publishedPlaces = 50;
const publishEveryMs = 500;
/** Whoever makes a board again and does not go on for so long has given up. */
const holdMs = 15_000;
/** As many as one call takes without keeping Redis from others for long. */
const placesAtOnce = 2_000;

const rowsSchema = z.array(z.tuple([userIdSchema, z.number(), z.int()]));
export const parseBoardRows = (rows: unknown): BoardRow[] => rowsSchema.parse(rows).map(([userId, score, rank]) => ({ userId, score, rank }));

export type BoardStoreOptions = { redis: RedisClient; observe?: ObserveCall; library?: Library; newId?: () => string };

/** Boards under their public names, each with its companions in one slot. */
export function createBoardStore({ redis, observe, library = assembleLibrary(), newId = randomUUID }: BoardStoreOptions): BoardStore {
  const call = createFunctionCaller({ redis, library, observe });

  /** Boards that one call can reach: all of them, or in a cluster one. */
  function callable(boards: readonly Board[]): Board[][] {
    return redis instanceof Cluster ? boards.map((board) => [board]) : [[...boards]];
  }

  async function updateTogether(boards: readonly Board[], updates: readonly BoardUpdate[]) {
    const placeOf = new Map(boards.map((board, index) => [boardName(board), index + 1]));
    const [first, ...others] = boards.map(boardKeys);
    if (!first) return [];
    const each = updates.flatMap(({ board, userId, revision, score }) => {
      const at = placeOf.get(boardName(board));
      return at === undefined ? [] : [{ at, userId, revision, score }];
    });
    const moreKeys = others.flatMap((keys) => updateBoards.keys.map((key) => keys[key]));
    const done = await call(updateBoards, { keys: first, moreKeys, args: { top: publishedPlaces }, each });
    return done.ok ? boards.map((board, index) => ({ board, outcome: done.value[index] })) : [];
  }

  return {
    async update(updates) {
      const boards = [...new Map(updates.map(({ board }) => [boardName(board), board])).values()];
      const outcomes = (await Promise.all(callable(boards).map((together) => updateTogether(together, updates)))).flat();
      const withOutcome = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).map(({ board }) => board);
      return { touched: withOutcome("top"), unknown: withOutcome("unknown") };
    },

    async publish(board) {
      const { channel, ...keys } = boardKeys(board);
      const done = await call(publishBoard, { keys, args: { channel, top: publishedPlaces, everyMs: publishEveryMs } });
      return done.ok && done.value.waitMs > 0 ? done.value.waitMs : null;
    },

    async read(board, { limit, offset = 0, around }) {
      const page = await call(readBoard, { keys: boardKeys(board), args: { limit, offset, around: around ?? "" } });
      return page.ok ? { ...page.value, rows: parseBoardRows(JSON.parse(page.value.rows)) } : null;
    },

    async points(board, userIds: readonly UserId[]) {
      const found = await call(readPlaces, { keys: boardKeys(board), args: {}, each: userIds.map((userId) => ({ userId })) });
      return found.ok ? found.value : null;
    },

    async isKnown(board) {
      return (await call(readPlaces, { keys: boardKeys(board), args: {}, each: [] })).ok;
    },

    async rebuild(board, places, { expiresAt } = {}) {
      const keys = boardKeys(board);
      const held = { holder: newId(), holdMs };
      const begun = await call(beginBoard, { keys, args: held });
      if (!begun.ok) return null;
      for await (const some of places) {
        for (let first = 0; first < some.length; first += placesAtOnce) {
          const filled = await call(fillBoard, { keys, args: held, each: some.slice(first, first + placesAtOnce) });
          if (!filled.ok) return null;
        }
      }
      const finished = await call(finishBoard, { keys, args: { holder: held.holder, epoch: newId(), expiresAt: expiresAt ?? null } });
      return finished.ok ? finished.value.players : null;
    },

    async forget(userId, boards) {
      await Promise.all(boards.map((board) => call(forgetOnBoard, { keys: boardKeys(board), args: { userId } })));
    },
  };
}
