import {
  InvariantError, questionOf, roundOf, snapshotView, type GameId, type GameState, type ParticipantId, type QuizVersion, type Snapshot,
} from "@quickfire/engine";
import type { z } from "zod";
import { readSnapshot } from "../functions/definitions";
import { fieldsOfFlat, type StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { createRecentValues } from "../recent-values";
import { parseStoredAnswer, type StoredAnswer } from "../stored-answer";
import { parseStreak, shownStreak } from "../streaks";
import { parseStandings } from "./boards";
import { parseParticipant } from "./joining";
import { tallyOf } from "./overviews";
import type { StoreParts } from "./parts";

const tries = 10;
const roundsKept = 1_000;

type Read = z.output<typeof readSnapshot.returns>;

/** The result of the round that is on the screen; whoever gave no answer was not right. */
function lastResult({ position }: GameState, answer: StoredAnswer | null): { correct: boolean; points: number } | undefined {
  if (position.phase !== "reveal" && position.phase !== "standings") return undefined;
  return { correct: answer?.correct ?? false, points: answer?.points ?? 0 };
}

function yourView(game: StoredGame, quiz: QuizVersion, you: NonNullable<Read["you"]>): NonNullable<Snapshot["you"]> {
  const { participantId, name, avatar, team } = parseParticipant(you.participant);
  const answer = you.answer === "" ? null : parseStoredAnswer(you.answer);
  return {
    participantId, name, avatar, team, score: you.score, rank: you.rank,
    streak: shownStreak(parseStreak(you.streak), game, quiz),
    answered: answer !== null,
    answer: answer?.answer,
    last: lastResult(game.state, answer),
  };
}

/** All that a client needs to show the present moment, from one read that nothing can come between. */
export function createSnapshots({ call, clock, keysOf, parseGame, readGame, readQuiz }: StoreParts): Pick<GameStore, "snapshot"> {
  const rounds = createRecentValues<GameId, number>(roundsKept);

  async function read(gameId: GameId, round: number, participantId: ParticipantId | undefined) {
    const keys = keysOf(gameId);
    return call(readSnapshot, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      args: { round, participantId: participantId ?? "" },
    });
  }

  function snapshotOf({ game: flat, tally, rows, you }: Read, quiz: QuizVersion, node: string): { id: string; snapshot: Snapshot } | null {
    const game = parseGame(fieldsOfFlat(flat));
    if (!game) return null;
    const { state, participants, newestEventId } = game;
    const round = roundOf(state);
    const pieces = {
      node,
      participants,
      leaderboard: parseStandings(rows),
      ...(round > 0 ? { tally: tallyOf(questionOf(quiz, round), fieldsOfFlat(tally)) } : {}),
      ...(you ? { you: yourView(game, quiz, you) } : {}),
    };
    return { id: newestEventId, snapshot: snapshotView({ state, quiz, now: clock.now() }, pieces) };
  }

  /** The round tells which keys to read. The one of the last snapshot will mostly do; where the game has gone on, the function says so. */
  async function roundNow(gameId: GameId): Promise<number | null> {
    const game = await readGame(gameId);
    return game && roundOf(game.state);
  }

  return {
    async snapshot({ gameId, participantId, node }) {
      const quiz = await readQuiz(gameId);
      if (!quiz) return null;
      let round = rounds.get(gameId) ?? (await roundNow(gameId));
      for (let attempt = 0; attempt < tries; attempt += 1) {
        if (round === null) return null;
        const found = await read(gameId, round, participantId);
        if (found.ok) {
          rounds.set(gameId, round);
          return participantId !== undefined && !found.value.you ? null : snapshotOf(found.value, quiz, node);
        }
        round = found.error === "STALE" ? await roundNow(gameId) : null;
      }
      throw new InvariantError(`game ${gameId} changed its round ${tries} times while a snapshot was being read`);
    },
  };
}
