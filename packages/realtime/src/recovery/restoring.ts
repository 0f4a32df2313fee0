import { nicknameSkeleton, type ParticipantId } from "@quickfire/engine";
import { fieldsOfNewGame } from "../game-fields";
import type { GameKeys } from "../keys";
import type { PastGame } from "./past-game";
import { replayAnswers } from "./replay-answers";
import { replayTeams } from "./replay-teams";

/** A key's content, in pieces that `restore_part` writes. */
export type Part = { target: string; kind: "hash" | "sorted" | "set" | "text"; records: { name: string; value: string }[] };

/** Whoever was in counts as present for so long; by then the nodes have told who is still connected. */
const presentMs = 30_000;
/** A bot's presence ends with the game: see lib/presence.lua. */
const always = 2 ** 52;

type Entries = Iterable<readonly [string, string | number]>;
const recordsOf = (entries: Entries) => [...entries].map(([name, value]) => ({ name, value: String(value) }));

function peopleParts(keys: GameKeys, { people }: PastGame): Part[] {
  const joins = people.flatMap(({ participant, idempotency }) =>
    idempotency ? [[idempotency.key, `${idempotency.bodyHash} ${participant.participantId}`] as const] : [],
  );
  return [
    { target: keys.people, kind: "hash", records: recordsOf(people.map(({ participant }) => [participant.participantId, JSON.stringify(participant)])) },
    { target: keys.names, kind: "hash", records: recordsOf(people.map(({ participant: { name, participantId } }) => [nicknameSkeleton(name), participantId])) },
    { target: keys.joins, kind: "hash", records: recordsOf(joins) },
  ];
}

const ownTimesOf = ({ people }: PastGame) => people.flatMap(({ participant: { participantId, ownTime, removed } }) => (ownTime === undefined || removed ? [] : [[participantId, ownTime] as const]));

const botsAmong = ({ people }: PastGame): ParticipantId[] => people.flatMap(({ participant: { participantId, bot, removed } }) => (bot && !removed ? [participantId] : []));

function answerParts(keys: GameKeys, past: PastGame, present: readonly ParticipantId[], now: number): Part[] {
  const { board, boardBefore, streaks, rounds } = replayAnswers(past);
  const { position } = past.state;
  const answered = rounds.get(past.openedRound)?.answers ?? new Map<ParticipantId, unknown>();
  const waiting = position.phase === "question" ? present.filter((participantId) => !answered.has(participantId)) : [];
  const bots = new Set(botsAmong(past));
  const untilOf = (id: ParticipantId): number => (bots.has(id) ? always : now + presentMs);
  return [
    { target: keys.board, kind: "sorted", records: recordsOf(board) },
    { target: keys.boardBefore, kind: "sorted", records: recordsOf(boardBefore) },
    { target: keys.streaks, kind: "hash", records: recordsOf(streaks) },
    { target: keys.present, kind: "sorted", records: recordsOf(present.map((id) => [id, untilOf(id)])) },
    { target: keys.waiting, kind: "sorted", records: recordsOf(waiting.map((id) => [id, untilOf(id)])) },
    { target: keys.bots, kind: "set", records: recordsOf([...bots].map((id) => [id, ""])) },
    { target: keys.ownTimes, kind: "hash", records: recordsOf(ownTimesOf(past)) },
    { target: keys.answered, kind: "set", records: recordsOf([...answered.keys()].map((id) => [id, ""])) },
    ...[...rounds].flatMap(([round, { answers, tally }]): Part[] => [
      { target: keys.answers(round), kind: "hash", records: recordsOf([...answers].map(([id, stored]) => [id, JSON.stringify(stored)])) },
      { target: keys.tally(round), kind: "hash", records: recordsOf(tally) },
    ]),
  ];
}

function teamParts(keys: GameKeys, past: PastGame): Part[] {
  const { teams, teamOf } = replayTeams(past);
  return [
    { target: keys.teams, kind: "hash", records: recordsOf(teams) },
    { target: keys.teamOf, kind: "hash", records: recordsOf(teamOf) },
  ];
}

/** Everything of a game that stands in Redis, but for the due set and the log. */
export function partsOf(keys: GameKeys, past: PastGame, now: number): Part[] {
  const { state, openedRound, quiz, people, lastAt } = past;
  const present = people.flatMap(({ participant }) => (participant.removed ? [] : [participant.participantId]));
  const fields = { ...fieldsOfNewGame(state), openedRound: String(openedRound), participants: String(present.length), bots: String(botsAmong(past).length), ownTimes: String(ownTimesOf(past).length), movedAt: String(lastAt) };
  const parts: Part[] = [
    { target: keys.quiz, kind: "text", records: [{ name: "", value: JSON.stringify(quiz) }] },
    ...peopleParts(keys, past),
    ...answerParts(keys, past, present, now),
    ...teamParts(keys, past),
    { target: keys.game, kind: "hash", records: recordsOf(Object.entries(fields)) },
  ];
  return parts.filter(({ records }) => records.length > 0);
}

/** Every key that a game may have, but for its hash. */
export function keysBesideHash(keys: GameKeys, rounds: number): string[] {
  const perRound = Array.from({ length: rounds }, (_, index) => [keys.answers(index + 1), keys.tally(index + 1)]);
  const { quiz, people, names, joins, present, waiting, answered, connections, comings, board, boardBefore, bots, ownTimes, teams, teamOf, streaks, events } = keys;
  return [quiz, people, names, joins, present, waiting, answered, connections, comings, board, boardBefore, bots, ownTimes, teams, teamOf, streaks, events, ...perRound.flat()];
}
