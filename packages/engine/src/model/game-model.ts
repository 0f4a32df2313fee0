import { questionOf } from "../game-clock";
import { roundOf, type GameCommand, type GameFacts, type GameState, type TransitionFailure } from "../game-state";
import type { ParticipantId } from "../ids";
import { lobbyWithPresent } from "../lobby";
import type { LoggedEvent } from "../logged-event";
import type { AnswerResult, GameEvent, RefusalReason, Standing, Tally } from "../messages";
import { ownLimitMs, usualTime, weighedMs, type OwnTime } from "../own-time";
import { nicknameSkeleton } from "../nickname/skeleton";
import { completeEvent } from "../planned-event";
import { readAnswer, type ReadAnswer } from "../question-types";
import type { RawAnswer } from "../question-types/question-type";
import type { QuizVersion } from "../quiz";
import { gapToNext, rankStandings } from "../ranking";
import { err, ok, type Result } from "../result";
import { pointsForAnswer, streakBonus } from "../scoring";
import { dealtTeam, isTeamFull, teamStandings, type TeamStanding } from "../teams";
import { newGame, transition } from "../transition";
import { isBoardShown } from "../views/snapshot-view";
import { createAnswerBook, type CountedRounds, type KeptAnswer } from "./answer-book";

export type ModelJoin = { participantId: ParticipantId; name: string; team?: number; idempotencyKey?: string };
export type ModelJoinFailure = "NAME_TAKEN" | "LOCKED" | "FULL" | "TEAM_FULL" | "ENDED" | "KEY_REUSED";
export type ModelAnswer = { participantId: ParticipantId; questionId: string; raw: RawAnswer; actionId?: string; receivedAt: number };
export type ModelStanding = { score: number; totalMs: number; rank: number; streak: number; gapToNext?: number };

type Person = { name: string; joinOrder: number; removed: boolean; present: boolean; team: number; fromRound: number; ownTime: OwnTime };
type Row = Standing & { totalMs: number };

/**
 * A whole game in memory, with the engine's own rules: the oracle that tests hold the Redis Functions against. It keeps the
 * answers and derives everything else from them, where Redis keeps running sums.
 *
 * The order in which an answer is judged: NOT_IN_GAME (unknown or removed); WRONG_QUESTION (none of this quiz); a readable repeat
 * gets its first receipt, in whatever phase or round; TOO_LATE (of an earlier round); WRONG_QUESTION (of a later one); TOO_EARLY
 * (in the countdown); TOO_LATE (closed); PAUSED; TOO_EARLY (before `startsAt`); TOO_LATE (after `endsAt` and the grace); BAD_ANSWER.
 */
export function createGameModel({ facts, quiz, now, epoch = "1" }: { facts: GameFacts; quiz: QuizVersion; now: number; epoch?: string }) {
  let state: GameState = newGame(facts, epoch, now);
  const { settings } = facts;
  const people = new Map<ParticipantId, Person>();
  const joins = new Map<string, ModelJoin>();
  const book = createAnswerBook(quiz);
  const opened = new Set<number>();
  const events: GameEvent[] = [];
  const logged: LoggedEvent[] = [];

  const inGame = () => [...people].filter(([, { removed }]) => !removed);
  const presentIds = () => inGame().filter(([, { present }]) => present).map(([id]) => id);

  const counted = (besides?: number): CountedRounds => [...opened].filter((round) => round !== besides && !state.skippedRounds.includes(round));

  /** The open round, where its results wait for the reveal. */
  const heldBack = (): number | undefined =>
    state.position.phase === "question" && settings.feedback === "reveal" ? state.position.round : undefined;

  function ranked(rounds: CountedRounds): Row[] {
    const rows = inGame().map(([participantId, { name, joinOrder }]) => ({
      participantId,
      name,
      joinOrder,
      score: book.scoreOf(participantId, rounds),
      totalMs: book.totalMsOf(participantId, rounds),
    }));
    return rankStandings(rows).map(({ joinOrder: _joinOrder, ...row }) => row);
  }

  function visibleStreak(participantId: ParticipantId): number {
    const { position } = state;
    // An open question breaks no streak before its time is over.
    const isMissing = position.phase === "question" && !book.find(position.round, participantId);
    return book.streakOf(participantId, counted(isMissing ? position.round : heldBack()));
  }

  function worth(participantId: ParticipantId, { mark }: ReadAnswer, time: { round: number; elapsedMs: number; limitMs: number }): number {
    if (!mark) return 0;
    const { round, elapsedMs, limitMs } = time;
    const { points } = questionOf(quiz, round);
    const earned = pointsForAnswer({ points, share: mark.share, elapsedMs, limitMs, speedWeight: settings.speedWeight });
    if (!settings.streak || !mark.correct) return earned;
    return earned + streakBonus({ points, streak: book.streakOf(participantId, counted(round)) + 1 });
  }

  /** Zero where the game has no teams. */
  const teamCount = settings.teams ?? 0;

  const teamSizes = (): number[] => Array.from({ length: teamCount }, (_, index) => inGame().filter(([, { team }]) => team === index + 1).length);

  /** What players may see of the teams now. */
  function visibleTeams(): TeamStanding[] {
    const members = inGame().map(([participantId, { team, fromRound }]) => ({ team, fromRound, points: book.pointsOf(participantId) }));
    return teamStandings(members, counted(heldBack()));
  }

  const visibleStandings = (): Row[] => ranked(counted(heldBack()));

  function leaderboard(): Standing[] {
    if (!isBoardShown(state)) return [];
    return visibleStandings().slice(0, settings.leaderboardSize).map(({ totalMs: _totalMs, ...standing }) => standing);
  }

  return {
    events,
    logged,
    state: () => state,

    /** Coming in also makes present, as whoever joins is about to open a socket. */
    join(request: ModelJoin, at: number): Result<{ participantId: ParticipantId; repeated: boolean }, ModelJoinFailure> {
      const { participantId, name, idempotencyKey } = request;
      if (state.position.phase === "ended") return err("ENDED");
      const earlier = idempotencyKey === undefined ? undefined : joins.get(idempotencyKey);
      if (earlier) return earlier.name === name ? ok({ participantId: earlier.participantId, repeated: true }) : err("KEY_REUSED");
      if (people.has(participantId)) return ok({ participantId, repeated: true });
      if (state.locked) return err("LOCKED");
      if (inGame().length >= settings.maxParticipants) return err("FULL");
      // The name of someone who was removed stays taken.
      const isTaken = [...people.values()].some((person) => nicknameSkeleton(person.name) === nicknameSkeleton(name));
      if (isTaken) return err("NAME_TAKEN");
      if (request.team !== undefined && isTeamFull(teamSizes(), request.team)) return err("TEAM_FULL");
      const team = teamCount === 0 ? 0 : (request.team ?? dealtTeam(teamSizes()));
      const fromRound = Math.max(0, ...opened) + 1;
      people.set(participantId, { name, joinOrder: people.size, removed: false, present: true, team, fromRound, ownTime: usualTime });
      if (idempotencyKey !== undefined) joins.set(idempotencyKey, request);
      state = lobbyWithPresent(state, presentIds().length, at);
      return ok({ participantId, repeated: false });
    },

    /** A participant's socket opened, or closed long enough ago. */
    setPresent(participantId: ParticipantId, present: boolean, at: number): void {
      const person = people.get(participantId);
      if (!person || person.removed) return;
      person.present = present;
      state = lobbyWithPresent(state, presentIds().length, at);
    },

    rename(participantId: ParticipantId, name: string): Result<null, "NOT_FOUND" | "ENDED" | "NAME_TAKEN"> {
      if (state.position.phase === "ended") return err("ENDED");
      const person = people.get(participantId);
      if (!person || person.removed) return err("NOT_FOUND");
      const isTaken = [...people].some(([id, other]) => id !== participantId && nicknameSkeleton(other.name) === nicknameSkeleton(name));
      if (isTaken) return err("NAME_TAKEN");
      person.name = name;
      return ok(null);
    },

    remove(participantId: ParticipantId, at: number): Result<null, "NOT_FOUND" | "ENDED"> {
      if (state.position.phase === "ended") return err("ENDED");
      const person = people.get(participantId);
      if (!person) return err("NOT_FOUND");
      Object.assign(person, { removed: true, present: false });
      state = lobbyWithPresent(state, presentIds().length, at);
      return ok(null);
    },

    /** The host moves somebody to another team. */
    changeTeam(participantId: ParticipantId, team: number): Result<null, "NOT_FOUND" | "WRONG_PHASE"> {
      if (state.position.phase !== "lobby") return err("WRONG_PHASE");
      const person = people.get(participantId);
      if (!person || person.removed) return err("NOT_FOUND");
      person.team = team;
      return ok(null);
    },

    /** Stands still while a question is open. */
    giveTime(participantId: ParticipantId, percent: OwnTime): Result<null, "NOT_FOUND" | "ENDED" | "WRONG_PHASE"> {
      if (state.position.phase === "ended") return err("ENDED");
      if (state.position.phase === "question") return err("WRONG_PHASE");
      const person = people.get(participantId);
      if (!person || person.removed) return err("NOT_FOUND");
      person.ownTime = percent;
      return ok(null);
    },

    /** Whether the question, whose time is over for everybody, waits for somebody who has more. */
    isHeld(at: number): boolean {
      const { position, paused } = state;
      if (position.phase !== "question" || paused) return false;
      const { round, startsAt, limitMs } = position;
      return inGame().some(([id, { present, ownTime }]) =>
        ownTime !== usualTime && present && !book.find(round, id) && at < startsAt + ownLimitMs(limitMs, ownTime) + settings.graceMs);
    },

    command(command: GameCommand, at: number): Result<GameState, TransitionFailure> {
      const moved = transition(state, command, at, quiz);
      if (!moved.ok) return moved;
      const closing = roundOf(state);
      state = moved.value.state;
      if (state.position.phase === "question") opened.add(state.position.round);
      events.push(...moved.value.events.map((planned) => completeEvent(planned, { tally: () => book.tallyOf(closing), board: leaderboard, ...(teamCount > 0 ? { teams: visibleTeams } : {}) })));
      logged.push(...moved.value.logged);
      return ok(state);
    },

    /** Whether nobody who is there is missing, so that the open question may close. */
    everyoneAnswered(): boolean {
      const { position } = state;
      if (position.phase !== "question" || book.tallyOf(position.round).answered === 0) return false;
      return presentIds().every((id) => book.find(position.round, id));
    },

    answer({ participantId, questionId, raw, actionId, receivedAt }: ModelAnswer): AnswerResult {
      const named = { questionId, ...(actionId === undefined ? {} : { actionId }) };
      const refuse = (reason: RefusalReason): AnswerResult => ({ ...named, accepted: false, reason });

      const person = people.get(participantId);
      if (!person || person.removed) return refuse("NOT_IN_GAME");
      const round = 1 + quiz.questions.findIndex(({ id }) => id === questionId);
      if (round === 0) return refuse("WRONG_QUESTION");
      const read = readAnswer(questionOf(quiz, round), raw, quiz.language);
      const first = book.find(round, participantId);
      if (first && read.ok) {
        const differs = JSON.stringify(read.value.answer) !== JSON.stringify(first.read.answer);
        const { actionId: _firstActionId, ...receipt } = first.receipt;
        return { ...receipt, ...named, repeated: true, ...(differs ? { conflict: true as const } : {}) };
      }
      const { position, paused } = state;
      if (round < roundOf(state)) return refuse("TOO_LATE");
      if (round > roundOf(state)) return refuse("WRONG_QUESTION");
      if (position.phase === "countdown") return refuse("TOO_EARLY");
      if (position.phase !== "question") return refuse("TOO_LATE");
      if (paused) return refuse("PAUSED");
      if (receivedAt < position.startsAt) return refuse("TOO_EARLY");
      const ownMs = ownLimitMs(position.limitMs, person.ownTime);
      if (receivedAt > position.endsAt + settings.graceMs + ownMs - position.limitMs) return refuse("TOO_LATE");
      if (!read.ok) return refuse(read.error);

      const elapsedMs = Math.min(receivedAt - position.startsAt, ownMs);
      const points = worth(participantId, read.value, { round, elapsedMs: weighedMs(receivedAt - position.startsAt, person.ownTime), limitMs: position.limitMs });
      const kept: KeptAnswer = { read: read.value, points, elapsedMs, receipt: { ...named, accepted: true } };
      book.keep(round, participantId, kept);
      if (settings.feedback === "reveal") return kept.receipt;
      const { mark } = read.value;
      kept.receipt = { ...kept.receipt, score: book.scoreOf(participantId, counted()), points, ...(mark ? { correct: mark.correct } : {}) };
      return kept.receipt;
    },

    /** Everyone's standing now, the open question's points included, best first. */
    standings: (): Row[] => ranked(counted()),

    /** What players may see now: where feedback waits for the reveal, without the open question. */
    visibleStandings,

    /** The teams' board, as players may see it now, and how many are in each. */
    visibleTeams,
    teamSizes,

    /** The top of the board as all are told of it. */
    leaderboard,

    /** One participant's own standing, as they may see it now. */
    standing(participantId: ParticipantId): ModelStanding | null {
      const rows = visibleStandings();
      const row = rows.find((candidate) => candidate.participantId === participantId);
      if (!row) return null;
      const { score, totalMs, rank } = row;
      const gap = gapToNext(score, rows.map((other) => other.score));
      return { score, totalMs, rank, streak: visibleStreak(participantId), ...(gap === undefined ? {} : { gapToNext: gap }) };
    },

    /** How the question of the current round was answered. */
    tally: (): Tally => book.tallyOf(roundOf(state)),
  };
}

export type GameModel = ReturnType<typeof createGameModel>;
