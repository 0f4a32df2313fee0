import {
  InvariantError, isScored, isVoided, questionOf, roundOf, snapshotView, type GameId, type GameState, type ParticipantId, type QuizVersion, type Snapshot,
} from "@quickfire/engine";
import type { z } from "zod";
import { readSnapshots } from "../functions/definitions";
import { fieldsOfFlat, type StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import { createGathering } from "../gathering";
import { createRecentValues } from "../recent-values";
import { parseStoredAnswer, type StoredAnswer } from "../stored-answer";
import { parseStreak, shownStreak } from "../streaks";
import { parseStandings } from "./boards";
import { parseParticipant } from "./joining";
import { parseSizes, parseTeams } from "./teams";
import { tallyOf } from "./overviews";
import type { StoreParts } from "./parts";

const tries = 10;
const roundsKept = 1_000;

/** So that no call keeps Redis busy for long. */
const snapshotsACall = 200;

type Read = z.output<typeof readSnapshots.returns>;
type Asked = { participantId: ParticipantId | undefined; node: string };
type Found = { id: string; snapshot: Snapshot };

/** The result of the round that is on the screen; whoever gave no answer was not right, unless nobody can be. */
function lastResult(state: GameState, quiz: QuizVersion, answer: StoredAnswer | null): { correct: boolean; points: number } | undefined {
  const { position } = state;
  if ((position.phase !== "reveal" && position.phase !== "standings") || isVoided(state)) return undefined;
  if (!isScored(questionOf(quiz, position.round))) return undefined;
  return { correct: answer?.correct ?? false, points: answer?.points ?? 0 };
}

function yourView(game: StoredGame, quiz: QuizVersion, you: NonNullable<Read["own"][number]>): NonNullable<Snapshot["you"]> {
  const { participantId, name, avatar, team, ownTime } = parseParticipant(you.participant);
  const answer = you.answer === "" ? null : parseStoredAnswer(you.answer);
  return {
    participantId, name, avatar, team, ownTime, score: you.score, rank: you.rank,
    streak: shownStreak(parseStreak(you.streak), game, quiz),
    answered: answer !== null,
    answer: answer?.answer,
    last: lastResult(game.state, quiz, answer),
  };
}

/** All that a client needs to show the present moment, from one read that nothing can come between; those who come together share it. */
export function createSnapshots({ call, clock, keysOf, parseGame, readGame, readQuiz }: StoreParts): Pick<GameStore, "snapshot"> {
  const rounds = createRecentValues<GameId, number>(roundsKept);

  async function read(gameId: GameId, round: number, all: readonly Asked[]) {
    const keys = keysOf(gameId);
    return call(readSnapshots, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      args: { round },
      each: all.map(({ participantId }) => ({ participantId: participantId ?? "" })),
    });
  }

  function snapshotsOf({ game: flat, tally, rows, teams, teamSizes, own }: Read, quiz: QuizVersion, all: readonly Asked[]): (Found | null)[] {
    const game = parseGame(fieldsOfFlat(flat));
    if (!game) return all.map(() => null);
    const { state, participants, newestEventId: id } = game;
    const round = roundOf(state);
    const shared = snapshotView({ state, quiz, now: clock.now() }, {
      node: "",
      participants,
      leaderboard: parseStandings(rows),
      ...(teams === "" ? {} : { teams: parseTeams(teams), teamSizes: parseSizes(teamSizes) }),
      ...(round > 0 ? { tally: tallyOf(questionOf(quiz, round), fieldsOfFlat(tally)) } : {}),
    });
    return all.map(({ participantId, node }, place) => {
      const you = own[place];
      if (participantId === undefined) return { id, snapshot: { ...shared, node } };
      return you ? { id, snapshot: { ...shared, node, you: yourView(game, quiz, you) } } : null;
    });
  }

  /** The round tells which keys to read. The one of the last snapshot will mostly do; where the game has gone on, the function says so. */
  async function roundNow(gameId: GameId): Promise<number | null> {
    const game = await readGame(gameId);
    return game && roundOf(game.state);
  }

  async function readAll(gameId: GameId, all: readonly Asked[]): Promise<(Found | null)[]> {
    const quiz = await readQuiz(gameId);
    let round = quiz && (rounds.get(gameId) ?? (await roundNow(gameId)));
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (quiz === null || round === null) return all.map(() => null);
      const found = await read(gameId, round, all);
      if (found.ok) {
        rounds.set(gameId, round);
        return snapshotsOf(found.value, quiz, all);
      }
      round = found.error === "STALE" ? await roundNow(gameId) : null;
    }
    throw new InvariantError(`game ${gameId} changed its round ${tries} times while a snapshot was being read`);
  }

  const gather = createGathering<Asked, Found | null>({ largest: snapshotsACall, work: readAll });
  return { snapshot: ({ gameId, participantId, node }) => gather(gameId, { participantId, node }) };
}
