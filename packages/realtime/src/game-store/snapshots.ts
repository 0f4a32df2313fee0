import {
  closedQuestionView, endTimeOf, InvariantError, openQuestionView, questionOf, roundOf, startTimeOf, wireInstant, type GameId, type GameState,
  type ParticipantId, type QuizVersion, type Snapshot,
} from "@quickfire/engine";
import type { z } from "zod";
import { readSnapshot } from "../functions/definitions";
import { fieldsOfFlat, parseGame, type StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { parseStoredAnswer, type StoredAnswer } from "../stored-answer";
import { parseStreak, shownStreak } from "../streaks";
import { isBoardShown, parseStandings } from "./boards";
import { parseParticipant } from "./joining";
import { tallyOf } from "./overviews";
import type { StoreParts } from "./parts";

const tries = 10;

type Read = z.output<typeof readSnapshot.returns>;
type Moment = { state: GameState; quiz: QuizVersion; now: number };

/** The question, open or just closed, with the times that whoever comes in now has to know. */
function questionView({ state, quiz, now }: Moment): Snapshot["question"] {
  const { position, facts } = state;
  if (position.phase !== "question" && position.phase !== "reveal") return undefined;
  const startsAt = startTimeOf(state, now) ?? position.startsAt;
  const endsAt = position.phase === "question" ? (endTimeOf(state, now) ?? position.endsAt) : position.endsAt;
  return openQuestionView(questionOf(quiz, position.round), { round: position.round, rounds: facts.rounds, startsAt, endsAt });
}

function closedView({ state, quiz }: Moment, tally: readonly string[]): Snapshot["closed"] {
  const { position } = state;
  if (position.phase !== "reveal" && position.phase !== "standings") return undefined;
  const question = questionOf(quiz, position.round);
  return closedQuestionView(question, tallyOf(question, fieldsOfFlat(tally)));
}

/** The result of the round that is on the screen; whoever gave no answer was not right. */
function lastResult({ state }: Moment, answer: StoredAnswer | null): { correct: boolean; points: number } | undefined {
  const { phase } = state.position;
  if (phase !== "reveal" && phase !== "standings") return undefined;
  return { correct: answer?.correct ?? false, points: answer?.points ?? 0 };
}

function yourView(moment: Moment, you: NonNullable<Read["you"]>): NonNullable<Snapshot["you"]> {
  const { participantId, name, avatar, team } = parseParticipant(you.participant);
  const answer = you.answer === "" ? null : parseStoredAnswer(you.answer);
  const last = lastResult(moment, answer);
  return {
    participantId, name, avatar, ...(team === undefined ? {} : { team }), score: you.score, rank: you.rank,
    streak: shownStreak(parseStreak(you.streak), moment.state, moment.quiz),
    answered: answer !== null,
    ...(answer ? { answer: answer.answer } : {}),
    ...(last ? { last } : {}),
  };
}

function snapshotOf(game: StoredGame, read: Read, moment: Moment, node: string): Snapshot {
  const { state, now } = moment;
  const { facts, position, paused, seq, locked } = state;
  const endsAt = endTimeOf(state, now);
  const question = questionView(moment);
  const closed = closedView(moment, read.tally);
  return {
    phase: position.phase, paused: paused !== null, round: roundOf(state), rounds: facts.rounds, seq, node, graceMs: facts.settings.graceMs,
    gameId: facts.gameId, title: facts.title, locked, participants: game.participants, show: facts.settings.show, feedback: facts.settings.feedback,
    ...(question ? { question } : {}),
    ...(endsAt === null ? {} : { endTime: wireInstant(endsAt) }),
    ...(closed ? { closed } : {}),
    ...(read.you ? { you: yourView(moment, read.you) } : {}),
    leaderboard: isBoardShown(state) ? parseStandings(read.rows) : [],
    ...(position.phase === "ended" && position.interrupted ? { interrupted: true } : {}),
    serverTime: wireInstant(now),
  };
}

/** All that a client needs to show the present moment, from one read that nothing can come between. */
export function createSnapshots({ call, clock, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "snapshot"> {
  async function tryRead(gameId: GameId, round: number, participantId: ParticipantId | undefined) {
    const keys = keysOf(gameId);
    return call(readSnapshot, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      args: { round, participantId: participantId ?? "" },
    });
  }

  return {
    async snapshot({ gameId, participantId, node }) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const [before, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
        if (!before || !quiz) return null;
        // The round tells which keys to read; where the game has gone on since, they are the wrong ones.
        const read = await tryRead(gameId, roundOf(before.state), participantId);
        if (!read.ok && read.error === "STALE") continue;
        const game = read.ok ? parseGame(fieldsOfFlat(read.value.game)) : null;
        if (!read.ok || !game || (participantId !== undefined && !read.value.you)) return null;
        return { id: game.newestEventId, snapshot: snapshotOf(game, read.value, { state: game.state, quiz, now: clock.now() }, node) };
      }
      throw new InvariantError(`game ${gameId} changed its round ${tries} times while a snapshot was being read`);
    },
  };
}
