import { lobbyWithPresent } from "../lobby";
import { questionOf } from "../game-clock";
import type { GameCommand, GameFacts, GameState, TransitionFailure } from "../game-state";
import type { ParticipantId } from "../ids";
import type { LoggedEvent } from "../logged-event";
import type { AnswerResult, GameEvent, RefusalReason, Standing, Tally } from "../messages";
import { nicknameSkeleton } from "../nickname/skeleton";
import { completeEvent } from "../planned-event";
import { isScored, readAnswer, type ReadAnswer } from "../question-types";
import type { RawAnswer } from "../question-types/question-type";
import type { QuizVersion } from "../quiz";
import { gapToNext, rankStandings } from "../ranking";
import { err, ok, type Result } from "../result";
import { pointsForAnswer, streakBonus } from "../scoring";
import { newGame, transition } from "../transition";
import { tallyView } from "../views/question-views";
import { isBoardShown } from "../views/snapshot-view";

/**
 * A whole game in memory, with the engine's own rules: the oracle that tests hold the Redis Functions against. It keeps answers
 * only, and derives scores, streaks, boards and tallies from them each time it is asked, where Redis keeps running sums.
 *
 * The order in which an answer is refused: NOT_IN_GAME (unknown or removed), WRONG_QUESTION (not the question of this round, or
 * none is or has just been open), then a repeat gets its first receipt, then BAD_ANSWER, TOO_LATE after the question closed, PAUSED,
 * TOO_EARLY before `startsAt`, TOO_LATE after `endsAt` and the grace.
 */
export type ModelAnswer = { participantId: ParticipantId; questionId: string; raw: RawAnswer; actionId?: string; receivedAt: number };
export type ModelJoin = { participantId: ParticipantId; name: string; idempotencyKey?: string };
export type ModelJoinFailure = "NAME_TAKEN" | "LOCKED" | "FULL" | "ENDED" | "KEY_REUSED";
export type ModelStanding = { score: number; totalMs: number; rank: number; streak: number; gapToNext?: number };

type Person = { name: string; joinOrder: number; removed: boolean; present: boolean };
type Kept = { read: ReadAnswer; points: number; elapsedMs: number; receipt: AnswerResult };

export class GameModel {
  readonly events: GameEvent[] = [];
  readonly logged: LoggedEvent[] = [];
  private current: GameState;
  private readonly people = new Map<ParticipantId, Person>();
  private readonly joins = new Map<string, ModelJoin>();
  /** Of each round that was opened. */
  private readonly answers = new Map<number, Map<ParticipantId, Kept>>();

  constructor(
    facts: GameFacts,
    private readonly quiz: QuizVersion,
    now: number,
    epoch = "1",
  ) {
    this.current = newGame(facts, epoch, now);
  }

  get state(): GameState {
    return this.current;
  }

  join(request: ModelJoin): Result<{ participantId: ParticipantId; repeated: boolean }, ModelJoinFailure> {
    const { position, facts, locked } = this.current;
    if (position.phase === "ended") return err("ENDED");
    const earlier = request.idempotencyKey === undefined ? undefined : this.joins.get(request.idempotencyKey);
    if (earlier) return earlier.name === request.name ? ok({ participantId: earlier.participantId, repeated: true }) : err("KEY_REUSED");
    if (locked) return err("LOCKED");
    const skeleton = nicknameSkeleton(request.name);
    // The name of someone who was removed stays taken.
    if ([...this.people.values()].some(({ name }) => nicknameSkeleton(name) === skeleton)) return err("NAME_TAKEN");
    if (this.inGame().length >= facts.settings.maxParticipants) return err("FULL");
    this.people.set(request.participantId, { name: request.name, joinOrder: this.people.size, removed: false, present: false });
    if (request.idempotencyKey !== undefined) this.joins.set(request.idempotencyKey, request);
    return ok({ participantId: request.participantId, repeated: false });
  }

  /** A socket opens or closes; joining alone makes nobody present. */
  setPresent(participantId: ParticipantId, present: boolean, now: number): void {
    const person = this.people.get(participantId);
    if (!person || person.removed) return;
    person.present = present;
    this.current = lobbyWithPresent(this.current, this.presentIds().length, now);
  }

  remove(participantId: ParticipantId, now: number): boolean {
    const person = this.people.get(participantId);
    if (!person || person.removed || this.current.position.phase === "ended") return false;
    Object.assign(person, { removed: true, present: false });
    this.current = lobbyWithPresent(this.current, this.presentIds().length, now);
    return true;
  }

  command(command: GameCommand, now: number): Result<GameState, TransitionFailure> {
    const moved = transition(this.current, command, now, this.quiz);
    if (!moved.ok) return moved;
    const { state, events, logged } = moved.value;
    this.current = state;
    // The tally that an event carries is that of the round that has just closed, whatever the game went on to.
    const moment = { tally: () => this.tally(), board: () => this.leaderboard() };
    this.events.push(...events.map((planned) => completeEvent(planned, moment)));
    this.logged.push(...logged);
    return ok(state);
  }

  /** Whether the open question may close because nobody who is there is missing. */
  everyoneAnswered(): boolean {
    const given = this.answersOf(this.round());
    return given.size > 0 && this.presentIds().every((id) => given.has(id));
  }

  answer(answer: ModelAnswer): AnswerResult {
    const { questionId, participantId, raw, actionId } = answer;
    const named = { questionId, ...(actionId === undefined ? {} : { actionId }) };
    const refuse = (reason: RefusalReason): AnswerResult => ({ ...named, accepted: false, reason });

    const person = this.people.get(participantId);
    if (!person || person.removed) return refuse("NOT_IN_GAME");
    const { position, paused } = this.current;
    if (position.phase === "lobby" || position.phase === "countdown" || position.round === 0) return refuse("WRONG_QUESTION");
    const question = questionOf(this.quiz, position.round);
    if (question.id !== questionId) return refuse("WRONG_QUESTION");

    const read = readAnswer(question, raw);
    const first = this.answersOf(position.round).get(participantId);
    if (first) {
      const differs = !read.ok || JSON.stringify(read.value.answer) !== JSON.stringify(first.read.answer);
      return { ...first.receipt, ...named, repeated: true, ...(differs ? { conflict: true as const } : {}) };
    }
    if (!read.ok) return refuse(read.error);
    if (position.phase !== "question") return refuse("TOO_LATE");
    if (paused) return refuse("PAUSED");
    if (answer.receivedAt < position.startsAt) return refuse("TOO_EARLY");
    const { settings } = this.current.facts;
    if (answer.receivedAt > position.endsAt + settings.graceMs) return refuse("TOO_LATE");

    const elapsedMs = Math.min(answer.receivedAt - position.startsAt, position.limitMs);
    const points = this.pointsFor(participantId, read.value, elapsedMs, position.limitMs);
    const kept: Kept = { read: read.value, points, elapsedMs, receipt: { ...named, accepted: true } };
    this.answersOf(position.round).set(participantId, kept);
    if (settings.feedback === "instant") {
      kept.receipt = { ...kept.receipt, score: this.scoreOf(participantId, this.round()), points, ...(read.value.mark ? { correct: read.value.mark.correct } : {}) };
    }
    return kept.receipt;
  }

  /** Everyone's standing now, the open question's points included, best first. */
  standings(): (Standing & { totalMs: number })[] {
    return this.ranked(this.round());
  }

  /** What players may see now: where feedback waits for the reveal, without the open question. */
  visibleStandings(): (Standing & { totalMs: number })[] {
    return this.ranked(this.visibleRound());
  }

  /** The top of the board as all are told of it. */
  leaderboard(): Standing[] {
    if (!isBoardShown(this.current)) return [];
    const top = this.visibleStandings().slice(0, this.current.facts.settings.leaderboardSize);
    return top.map(({ participantId, name, score, rank }) => ({ participantId, name, score, rank }));
  }

  /** One participant's own standing, as they may see it now. */
  standing(participantId: ParticipantId): ModelStanding | null {
    const rows = this.visibleStandings();
    const row = rows.find((candidate) => candidate.participantId === participantId);
    if (!row) return null;
    const gap = gapToNext(row.score, rows.map(({ score }) => score));
    return { score: row.score, totalMs: row.totalMs, rank: row.rank, streak: this.visibleStreak(participantId), ...(gap === undefined ? {} : { gapToNext: gap }) };
  }

  /** How the round's question was answered. */
  tally(): Tally {
    const counts = new Map<string, number>();
    const given = [...this.answersOf(this.round()).values()];
    for (const key of given.flatMap(({ read }) => read.tallyKeys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const right = given.filter(({ read }) => read.mark?.correct).length;
    return tallyView(questionOf(this.quiz, this.round()), { answered: given.length, right, counts });
  }

  private pointsFor(participantId: ParticipantId, { mark }: ReadAnswer, elapsedMs: number, limitMs: number): number {
    if (!mark) return 0;
    const { speedWeight, streak } = this.current.facts.settings;
    const { points } = questionOf(this.quiz, this.round());
    const earned = pointsForAnswer({ points, share: mark.share, elapsedMs, limitMs, speedWeight });
    const inARow = this.streakAfter(participantId, this.round() - 1) + 1;
    return earned + (streak && mark.correct ? streakBonus({ points, streak: inARow }) : 0);
  }

  private round(): number {
    const { position } = this.current;
    return position.phase === "lobby" ? 0 : position.round;
  }

  /** The last round whose results players may see. */
  private visibleRound(): number {
    const { position, facts } = this.current;
    return position.phase === "question" && facts.settings.feedback === "reveal" ? position.round - 1 : this.round();
  }

  private answersOf(round: number): Map<ParticipantId, Kept> {
    const given = this.answers.get(round) ?? new Map<ParticipantId, Kept>();
    this.answers.set(round, given);
    return given;
  }

  private countedRounds(upTo: number): number[] {
    const rounds = Array.from({ length: upTo }, (_, index) => index + 1);
    return rounds.filter((round) => !this.current.skippedRounds.includes(round));
  }

  private scoreOf(participantId: ParticipantId, upTo: number): number {
    return this.countedRounds(upTo).reduce((sum, round) => sum + (this.answersOf(round).get(participantId)?.points ?? 0), 0);
  }

  private totalMsOf(participantId: ParticipantId, upTo: number): number {
    return this.countedRounds(upTo).reduce((sum, round) => sum + (this.answersOf(round).get(participantId)?.elapsedMs ?? 0), 0);
  }

  /** Right answers in a row at the end of a round: a round without an answer breaks it, a skipped or unscored one does not count. */
  private streakAfter(participantId: ParticipantId, upTo: number): number {
    return this.countedRounds(upTo)
      .filter((round) => isScored(questionOf(this.quiz, round)))
      .reduce((streak, round) => (this.answersOf(round).get(participantId)?.read.mark?.correct ? streak + 1 : 0), 0);
  }

  private visibleStreak(participantId: ParticipantId): number {
    const { position } = this.current;
    // A question that is still to come or open breaks no streak before its time is over.
    const isPending = position.phase === "countdown" || (position.phase === "question" && !this.answersOf(position.round).has(participantId));
    return this.streakAfter(participantId, Math.min(this.visibleRound(), isPending ? this.round() - 1 : this.round()));
  }

  private inGame(): [ParticipantId, Person][] {
    return [...this.people].filter(([, { removed }]) => !removed);
  }

  private presentIds(): ParticipantId[] {
    return this.inGame().filter(([, { present }]) => present).map(([id]) => id);
  }

  private ranked(upTo: number): (Standing & { totalMs: number })[] {
    const rows = this.inGame().map(([participantId, { name, joinOrder }]) => ({
      participantId,
      name,
      joinOrder,
      score: this.scoreOf(participantId, upTo),
      totalMs: this.totalMsOf(participantId, upTo),
    }));
    return rankStandings(rows).map(({ participantId, name, score, rank, totalMs }) => ({ participantId, name, score, rank, totalMs }));
  }
}
