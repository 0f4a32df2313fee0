import { isBoardShown, standingSchema, type Standing } from "@quickfire/engine";
import { z } from "zod";
import { readLeaderboard, readStanding } from "../functions/definitions";
import type { GameStore } from "../game-store.types";
import { parseStreak, shownStreak } from "../streaks";
import type { StoreParts } from "./parts";

export const parseStandings = (json: string): Standing[] => z.array(standingSchema).parse(JSON.parse(json));

const offsetOf = (cursor: string | undefined): number => (cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0);

/** The board, and one's own place on it, as players may see them now. */
export function createBoards({ call, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "leaderboard" | "standing"> {
  return {
    async leaderboard({ gameId, limit, cursor, around, audience = "players" }) {
      const [game, page] = await Promise.all([
        readGame(gameId),
        call(readLeaderboard, { keys: keysOf(gameId), args: { limit, offset: offsetOf(cursor), around: around ?? "" } }),
      ]);
      if (!game || !page.ok) return null;
      if (audience === "players" && !isBoardShown(game.state)) return { items: [], total: 0, nextCursor: null };
      const { rows, total, offset } = page.value;
      const items = parseStandings(rows);
      const next = offset + items.length;
      return { items, total, nextCursor: items.length > 0 && next < total ? String(next) : null };
    },

    async standing(gameId, participantId) {
      const [game, quiz, found] = await Promise.all([
        readGame(gameId),
        readQuiz(gameId),
        call(readStanding, { keys: keysOf(gameId), args: { participantId } }),
      ]);
      if (!game || !quiz || !found.ok) return null;
      const { score, rank, gapToNext, streak } = found.value;
      return { streak: shownStreak(parseStreak(streak), game, quiz), score, rank, ...(gapToNext === null ? {} : { gapToNext }) };
    },
  };
}
