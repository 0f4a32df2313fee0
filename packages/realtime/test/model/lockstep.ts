import {
  nicknameSkeleton, questionOf, roundOf, type GameCommand, type GameSettingsInput, type GameState, type OwnTime, type ParticipantId,
  type Standing,
} from "@quickfire/engine";
import { createGameModel, type GameModel } from "@quickfire/engine/model/game-model";
import { expect } from "vitest";
import type { HostCommand, MarkedAnswer } from "../../src/game-store.types";
import { createTestGame, newParticipantId, origin, standingsOf, type Clocked } from "../game-fixture";
import { eventsOf, logOf } from "../traces";

/** As many as can be in: each has one name of its own, and a key for retries. */
const names = ["Ann", "Ben", "Cat", " aNN ", "Dan", "Eve"] as const;

type Answer = { person: number; option: number; round: number; ageMs: number };

/**
 * One game in Redis and the same game in the engine's model, moved by the same commands at the same instants. After each
 * command all that can be seen of the two has to be equal.
 */
export async function startLockstep({ store, clock, redis }: Clocked, settings: GameSettingsInput) {
  const game = await createTestGame(store, settings);
  const { gameId, quiz } = game;
  const begun = await store.state(gameId);
  if (!begun) throw new Error("the game was created");
  const model = createGameModel({ facts: begun.facts, quiz, now: begun.facts.createdAt, epoch: begun.epoch });
  const people: ParticipantId[] = [];
  const there = new Set<ParticipantId>();
  const person = (index: number): ParticipantId => people[index % Math.max(people.length, 1)] ?? newParticipantId();

  /** What the nodes do all the time for those whose sockets are open. */
  const keepPresent = () => store.stillConnected(gameId, [...there]);

  async function passTime(ms: number): Promise<void> {
    await clock.advance(ms);
    await keepPresent();
  }

  const steps = {
    /** `team` is 0 where none was picked; nobody picks one where there are none. */
    async join(index: number, withKey: boolean, team: number): Promise<void> {
      const name = names[index % names.length] ?? "Ann";
      const participantId = newParticipantId();
      const key = withKey ? `key ${index % 4}` : undefined;
      const picked = team > 0 && settings.teams !== undefined ? { team } : {};
      const expected = model.join({ participantId, name, ...picked, idempotencyKey: key }, clock.now());
      const joined = await store.join({
        gameId, participantId, name, skeleton: nicknameSkeleton(name), avatar: 1, origin, ...picked,
        ...(key === undefined ? {} : { idempotency: { key, bodyHash: name } }),
      });
      expect(joined.ok ? { ok: true, value: { participantId: joined.value.participant.participantId, repeated: joined.value.repeated } } : joined).toEqual(expected);
      if (!joined.ok || joined.value.repeated) return;
      people.push(participantId);
      there.add(participantId);
    },

    async come(index: number): Promise<void> {
      const participantId = person(index);
      model.setPresent(participantId, true, clock.now());
      await store.connected({ gameId, participantId, connectionId: participantId });
      if (people.includes(participantId)) there.add(participantId);
    },

    async leave(index: number): Promise<void> {
      const participantId = person(index);
      // Only a connection that is known can be lost; a while after that, its participant is gone.
      await store.connected({ gameId, participantId, connectionId: participantId });
      if (people.includes(participantId)) model.setPresent(participantId, true, clock.now());
      there.delete(participantId);
      await store.disconnected({ gameId, participantId, connectionId: participantId });
      if (model.state().position.phase !== "lobby") await passTime(5_001);
      model.setPresent(participantId, false, clock.now());
    },

    async rename(index: number, nameIndex: number): Promise<void> {
      const participantId = person(index);
      const name = names[nameIndex % names.length] ?? "Ann";
      const expected = model.rename(participantId, name);
      const renamed = await store.rename({ gameId, participantId, name, origin });
      // Of somebody who never came there is nothing to look at first.
      expect(renamed).toEqual(people.includes(participantId) ? expected : { ok: false, error: "NOT_FOUND" });
    },

    async kick(index: number): Promise<void> {
      const participantId = person(index);
      const expected = model.remove(participantId, clock.now());
      expect(await store.remove(gameId, participantId, origin)).toEqual(expected);
      if (expected.ok) there.delete(participantId);
    },

    async giveTime(index: number, percent: OwnTime): Promise<void> {
      const participantId = person(index);
      const expected = model.giveTime(participantId, percent);
      expect(await store.giveTime({ gameId, participantId, percent, origin })).toEqual(expected);
    },

    async changeTeam(index: number, team: number): Promise<void> {
      if (settings.teams === undefined) return;
      const participantId = person(index);
      const expected = model.changeTeam(participantId, team);
      expect(await store.changeTeam({ gameId, participantId, team, origin })).toEqual(expected);
    },

    async answer(answers: readonly Answer[]): Promise<void> {
      const now = clock.now();
      const batch = answers.map(({ person: index, option, round, ageMs }, n): MarkedAnswer => {
        const asked = Math.min(Math.max(roundOf(model.state()) + round, 1), quiz.questions.length);
        return {
          participantId: person(index), receivedAt: now - ageMs, origin,
          submission: { questionId: questionOf(quiz, asked).id, selectedOption: option, actionId: `action ${n}` },
        };
      });
      // The function judges a call's answers in their order, and has a call a round.
      const inCallOrder = [...batch].sort((left, right) => batch.findIndex(sameQuestion(left)) - batch.findIndex(sameQuestion(right)));
      const expected = new Map(
        inCallOrder.map((answer) => {
          const { participantId, receivedAt, submission: { questionId, selectedOption, actionId } } = answer;
          return [answer, model.answer({ participantId, questionId, raw: { selectedOption }, actionId, receivedAt })];
        }),
      );
      const receipts = await store.submitAnswers(gameId, batch);
      expect(receipts.map(({ result }) => result)).toEqual(batch.map((answer) => expected.get(answer)));
    },

    async command(command: HostCommand): Promise<void> {
      const { phase } = model.state().position;
      const expected = model.command(command, clock.now());
      const moved = await store.command({ gameId, command, origin });
      if (!expected.ok) return expect(moved).toEqual({ ok: false, error: phase === "ended" ? "ENDED" : "WRONG_PHASE" });
      const { position, seq } = expected.value;
      expect(moved).toEqual({ ok: true, value: { phase: position.phase, round: position.phase === "lobby" ? 0 : position.round, seq } });
    },

    /** Time passes: `toDue` until the game is due, else a while. */
    async tick(ms: number, toDue: boolean): Promise<void> {
      const { dueAt } = model.state();
      await passTime(toDue && dueAt !== null ? Math.max(0, dueAt - clock.now()) : ms);
      const now = clock.now();
      const command: GameCommand | null =
        dueAt !== null && now >= dueAt ? (model.isHeld(now) ? null : { name: "tick" }) : model.everyoneAnswered() ? { name: "everyone-answered", round: roundOf(model.state()) } : null;
      const expected = command ? model.command(command, now) : { ok: false };
      expect(await store.advance(gameId)).toBe(expected.ok ? "advanced" : "not-due");
    },
  };

  return {
    ...steps,
    gameId,
    compareGame: () => compareGame({ store }, { gameId, model }),
    compareStandings: () => compareStandings({ store }, { gameId, model, people }),
    compareTraces: () => compareTraces({ redis }, { gameId, model, people }),
  };
}

export type Lockstep = Awaited<ReturnType<typeof startLockstep>>;

const sameQuestion = (answer: MarkedAnswer) => (other: MarkedAnswer) => other.submission.questionId === answer.submission.questionId;

type Pair = { gameId: GameState["facts"]["gameId"]; model: GameModel; people: readonly ParticipantId[] };

/** Full ties stand in any order. */
const byRankAndId = <Row extends Pick<Standing, "rank" | "participantId">>(rows: readonly Row[]): Row[] =>
  [...rows].sort((left, right) => left.rank - right.rank || (left.participantId < right.participantId ? -1 : 1));

async function compareGame({ store }: Pick<Clocked, "store">, { gameId, model }: Omit<Pair, "people">): Promise<void> {
  const withResults = ["question", "reveal", "standings"].includes(model.state().position.phase);
  const [state, page, teams, tally] = await Promise.all([
    store.state(gameId),
    store.leaderboard({ gameId, limit: 100, audience: "host" }),
    store.teams(gameId),
    store.tally(gameId),
  ]);
  expect(state).toEqual(model.state());

  const hasTeams = state?.facts.settings.teams !== undefined;
  expect(teams).toEqual(hasTeams ? { standings: model.visibleTeams(), sizes: model.teamSizes() } : null);

  const rows = model.visibleStandings();
  expect(byRankAndId(page?.items ?? [])).toEqual(byRankAndId(rows.map(({ totalMs: _totalMs, ...row }) => row)));
  // Equal scores stand in the order of their times.
  const timeOf = new Map(rows.map(({ participantId, totalMs }) => [participantId, totalMs]));
  expect(page?.items.map(({ participantId }) => timeOf.get(participantId))).toEqual(rows.map(({ totalMs }) => totalMs));
  expect(tally?.tally).toEqual(withResults ? model.tally() : undefined);
}

async function compareStandings({ store }: Pick<Clocked, "store">, { gameId, model, people }: Pair): Promise<void> {
  const standings = await Promise.all(people.map((participantId) => store.standing(gameId, participantId)));
  const expected = people.map((participantId) => model.standing(participantId));
  expect(standings).toEqual(expected.map((standing) => standing && { ...standing, totalMs: undefined }));
  const placeOf = (standing: Pick<Standing, "score" | "rank"> & { gapToNext?: number } | null | undefined) => standing && { score: standing.score, rank: standing.rank, gapToNext: standing.gapToNext };
  const told = await standingsOf(store, gameId, people);
  expect(people.map((participantId) => placeOf(told.get(participantId)))).toEqual(expected.map((standing) => placeOf(standing) ?? undefined));
}

const planned = new Set(["phase_changed", "game_paused", "game_resumed", "question_extended", "game_locked", "new_question", "question_closed", "question_skipped", "question_voided", "leaderboard_changed", "quiz_ended"]);

/** What all were told, what the log says, and that the changes of scores in it add up to the final ones. */
async function compareTraces({ redis }: Pick<Clocked, "redis">, { gameId, model, people }: Pair): Promise<void> {
  const events = (await eventsOf(redis, gameId)).filter(({ type }) => planned.has(type));
  const ordered = (told: readonly (typeof events)[number][]) =>
    told.map((event) => {
      if (event.type === "leaderboard_changed") return { ...event, payload: { ...event.payload, leaderboard: byRankAndId(event.payload.leaderboard) } };
      if (event.type === "quiz_ended") return { ...event, payload: { ...event.payload, finalLeaderboard: byRankAndId(event.payload.finalLeaderboard) } };
      return event;
    });
  expect(ordered(events)).toEqual(ordered(model.events));

  const log = await logOf(redis, gameId);
  expect(log.flatMap((event) => ("body" in event ? [{ type: event.type, body: event.body }] : []))).toEqual(model.logged);
  const scores = new Map<ParticipantId, number>();
  for (const event of log) {
    if (event.type !== "SCORE_CHANGED") continue;
    expect(event.oldScore).toBe(scores.get(event.participantId) ?? 0);
    scores.set(event.participantId, event.newScore);
  }
  const final = new Map(model.standings().map(({ participantId, score }) => [participantId, score]));
  for (const participantId of people) if (final.has(participantId)) expect(scores.get(participantId) ?? 0).toBe(final.get(participantId));
}

