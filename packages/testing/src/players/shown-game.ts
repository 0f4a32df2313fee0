import { openQuestionSchema, snapshotSchema, standingSchema, yourStandingSchema, type OpenQuestion, type Standing } from "@quickfire/engine";
import { z } from "zod";
import type { WireMessage } from "./wire.types";

/** What a player's screen shows, and what was odd about how it got there. */
export type ShownGame = {
  epoch: string | null;
  number: number;
  phase: string | null;
  round: number;
  node: string | null;
  question: OpenQuestion | null;
  /** The questions whose reveal was seen, live or in a snapshot. */
  revealed: ReadonlySet<string>;
  leaderboard: readonly Standing[];
  score: number;
  ended: boolean;
  snapshots: number;
  /** Events that had been seen before, or came after newer ones: left out. */
  stale: number;
  /** Epochs after the first: the live state was rebuilt. */
  rebuilds: number;
};

export const nothingShown: ShownGame = {
  epoch: null, number: 0, phase: null, round: 0, node: null, question: null, revealed: new Set(), leaderboard: [], score: 0, ended: false,
  snapshots: 0, stale: 0, rebuilds: 0,
};

const changeSchema = z.object({ phase: z.string(), round: z.int() });
const closedSchema = z.object({ questionId: z.string() });
const boardSchema = z.object({ leaderboard: z.array(standingSchema) });
const endingSchema = z.object({ finalLeaderboard: z.array(standingSchema) });

/** One message laid over what is shown. Older and repeated events change nothing, so order and repetition don't matter. */
export function show(game: ShownGame, message: WireMessage): ShownGame {
  if (message.type === "snapshot") return showSnapshot(game, message);
  const position = parsePosition(message.id);
  // What is personal has no position of its own.
  if (!position || message.type === "your_standing") return showChange(game, message);
  if (position.epoch === game.epoch && position.number <= game.number) return { ...game, stale: game.stale + 1 };
  return { ...showChange(game, message), ...position };
}

function showSnapshot(game: ShownGame, { id, payload }: WireMessage): ShownGame {
  const { phase, round, node, question, closed, leaderboard, you } = snapshotSchema.parse(payload);
  const position = parsePosition(id) ?? { epoch: "", number: 0 };
  // A snapshot may be older than what came meanwhile: it is taken before it is sent.
  if (position.epoch === game.epoch && position.number < game.number) return { ...game, stale: game.stale + 1 };
  return {
    ...game,
    ...position,
    phase, round, node, leaderboard,
    question: question ?? null,
    revealed: closed ? new Set([...game.revealed, closed.questionId]) : game.revealed,
    score: you?.score ?? game.score,
    ended: phase === "ended",
    snapshots: game.snapshots + 1,
    rebuilds: game.rebuilds + (game.epoch !== null && game.epoch !== position.epoch ? 1 : 0),
  };
}

function showChange(game: ShownGame, { type, payload }: WireMessage): ShownGame {
  switch (type) {
    case "phase_changed":
      return { ...game, ...changeSchema.parse(payload) };
    case "new_question": {
      const question = openQuestionSchema.parse(payload);
      return { ...game, question, round: question.round };
    }
    case "question_closed":
      return { ...game, revealed: new Set([...game.revealed, closedSchema.parse(payload).questionId]) };
    case "leaderboard_changed":
      return { ...game, leaderboard: boardSchema.parse(payload).leaderboard };
    case "your_standing":
      return { ...game, score: yourStandingSchema.parse(payload).score };
    case "quiz_ended":
      return { ...game, ended: true, phase: "ended", leaderboard: endingSchema.parse(payload).finalLeaderboard };
    default:
      return game;
  }
}

/** `<epoch>.<number>`; the epoch may have dots of its own. */
function parsePosition(id: string | undefined): { epoch: string; number: number } | null {
  if (id === undefined) return null;
  const dot = id.lastIndexOf(".");
  return dot < 0 ? null : { epoch: id.slice(0, dot), number: Number(id.slice(dot + 1)) };
}
