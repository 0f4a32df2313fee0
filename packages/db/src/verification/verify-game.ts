import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";
import { compareBoard, type Comparison, type Difference } from "./compare-board";
import { type BrokenAt, readSeal, type SealReading } from "./read-seal";

export type SealState =
  /** `forgotten`: out of how many events a person was taken since; what is left of them is as it was left. */
  | { state: "intact"; events: number; forgotten: number; heads: string[] }
  /** Not sealed yet, or from before there were seals. */
  | { state: "unsealed" }
  /** It was sealed, and its seal is gone. */
  | { state: "missing" }
  | { state: "broken"; at: BrokenAt }
  /** Events that nobody was delivered after the sealing. */
  | { state: "added"; events: number; first: BrokenAt["event"] };

export type Verification = {
  gameId: GameId;
  /** `incomplete`: a part of the log is not stored (yet), so nobody can say. */
  outcome: "agree" | "differ" | "running" | "incomplete";
  participants: number;
  answers: number;
  differences: Difference[];
  seal: SealState;
};

/**
 * Recomputes the board of an ended game from its audit log, checks its seal, and notes in `game_outcomes` what came of it. Null where
 * there is no such game.
 */
export async function verifyGame(sql: Sql, gameId: GameId): Promise<Verification | null> {
  return sql.begin("isolation level repeatable read", async (transaction) => {
    const [game] = await transaction<{ hasEnded: boolean; wasSealed: boolean }[]>`
      select ended_at is not null as "hasEnded", sealed_at is not null as "wasSealed" from game_outcomes where game_id = ${gameId}
      union all select false, false from games where id = ${gameId} and not exists (select from game_outcomes where game_id = ${gameId})`;
    if (!game) return null;
    const comparison = await compareBoard(transaction, gameId);
    const seal = stateOf(await readSeal(transaction, gameId), game.wasSealed);
    const outcome = game.hasEnded ? outcomeOf(comparison, seal) : "running";
    if (outcome === "agree" || outcome === "differ") {
      await transaction`update game_outcomes set verified = ${outcome === "agree"} where game_id = ${gameId} and verified is distinct from ${outcome === "agree"}`;
    }
    const { participants, answers, differences } = comparison;
    return { gameId, outcome, participants, answers, differences: game.hasEnded ? differences : [], seal };
  });
}

function outcomeOf({ isWhole, differences }: Comparison, seal: SealState): "agree" | "differ" | "incomplete" {
  if (seal.state === "missing" || seal.state === "broken" || seal.state === "added") return "differ";
  if (!isWhole) return "incomplete";
  return differences.length > 0 ? "differ" : "agree";
}

function stateOf({ parts, events, forgotten, heads, broken, late, lateEvents }: SealReading, wasSealed: boolean): SealState {
  if (parts === 0) return wasSealed ? { state: "missing" } : { state: "unsealed" };
  if (broken) return { state: "broken", at: broken };
  return lateEvents > 0 ? { state: "added", events: lateEvents, first: late[0] ?? null } : { state: "intact", events, forgotten, heads };
}
