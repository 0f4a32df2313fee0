import type { GameHistory } from "@quickfire/db/recovery";
import { FORGOTTEN_MS, type GameState, gameStateSchema, loggedEventSchema, newGame, type PastEvent, replayGame, usualTime } from "@quickfire/engine";
import type { PastGame, PastParticipant } from "@quickfire/realtime";
import { z } from "zod";

const rebuiltSchema = z.object({ state: gameStateSchema.omit({ facts: true }), openedRound: z.int() });
const idempotencySchema = z.object({ key: z.string(), bodyHash: z.string() });

/** A game that nothing was heard of for so long would have ended by itself. */
const forgottenAfterMs = FORGOTTEN_MS.lobby;

const isRebuilding = ({ type }: GameHistory["events"][number]): boolean => type === "GAME_REBUILT";

function participantOf({ idempotency, team, fromRound, userId, bot, ownTime, ...told }: GameHistory["people"][number]): PastParticipant {
  // Logs of versions without it are of games in which everybody counted from the beginning.
  const inTeam = team === null ? {} : { team, fromRound: fromRound ?? 1 };
  const participant = { ...told, ...inTeam, ...(userId === null ? {} : { userId }), ...(bot ? { bot: true as const } : {}), ...(ownTime === null || ownTime === usualTime ? {} : { ownTime }) };
  return { participant, ...(idempotency === null ? {} : { idempotency: idempotencySchema.parse(idempotency) }) };
}

/** What was logged of a game since it began, or since it was last rebuilt; and from where. */
function readEvents({ events, ...game }: GameHistory): { from: { state: GameState; openedRound: number }; events: PastEvent[] } {
  const { gameId, pin, hostUserId, title, settings, createdAt, quiz } = game;
  const facts = { gameId, pin, hostUserId, title, settings, createdAt, quizId: quiz.quizId, quizVersionId: quiz.quizVersionId, rounds: quiz.questions.length };
  const rebuiltAt = events.findLastIndex(isRebuilding);
  const rebuilt = events[rebuiltAt];
  const since = events.slice(rebuiltAt + 1).filter(({ type }) => type !== "GAME_CREATED");
  return {
    from: rebuilt ? beginningAt(facts, rebuiltSchema.parse(rebuilt.payload)) : { state: newGame(facts, "", createdAt), openedRound: 0 },
    events: since.map(({ type, at, questionId, payload }) => {
      const told = z.record(z.string(), z.unknown()).parse(payload);
      return { at, ...loggedEventSchema.parse({ type, body: questionId === null ? told : { ...told, questionId } }) };
    }),
  };
}

const beginningAt = (facts: GameState["facts"], { state, openedRound }: z.infer<typeof rebuiltSchema>) => ({ state: { ...state, facts }, openedRound });

/** The game as it goes on in a new epoch; null where it was forgotten long ago. Throws where what is stored of it can't be read. */
export function pastGameOf(history: GameHistory, { epoch, now }: { epoch: string; now: number }): PastGame | null {
  const lastAt = Math.max(history.lastAt, history.createdAt);
  if (now - lastAt > forgottenAfterMs) return null;
  const { quiz, people, answers, storedEvents } = history;
  const { state, openedRound } = replayGame({ ...readEvents(history), quiz, lastAt, now, epoch });
  const settled = state.position.phase === "ended" && history.standings >= people.filter(({ removed }) => !removed).length;
  return { state, openedRound, quiz, people: people.map(participantOf), answers, lastAt, storedEvents, settled };
}
