import type { GameEvent, GameId, OpenQuestion, ParticipantId, Snapshot, Standing } from "@quickfire/engine";
import { openQuestionSchema, snapshotSchema } from "@quickfire/engine/messages";
import type { FeedMessage } from "../store/feed-message";

/** Messages as a server would send them, for tests: parsed by the engine's own schemas, so that they can't drift from them. */
export const gameId = "0b1d1c5e-9f5a-4c61-8b1e-0d6b7f3a2c11" as GameId;
export const ánhTuyết = "a1a1a1a1-0000-4000-8000-000000000001" as ParticipantId;
export const kwame = "a1a1a1a1-0000-4000-8000-000000000002" as ParticipantId;
export const questionId = "c0c0c0c0-0000-4000-8000-000000000001";

export const instant = (ms: number): string => new Date(ms).toISOString();

export function openQuestion(more: Record<string, unknown> = {}): OpenQuestion {
  return openQuestionSchema.parse({
    questionId,
    text: "Which sentence talks about something that is still true now?",
    options: ["She lived in Đà Nẵng.", "She has lived in Đà Nẵng.", "She was living in Đà Nẵng.", "She had lived in Đà Nẵng."],
    optionIds: ["opt-a", "opt-b", "opt-c", "opt-d"],
    type: "choice",
    round: 1,
    rounds: 3,
    startTime: instant(10_000),
    endTime: instant(30_000),
    ...more,
  });
}

export function snapshot(more: Record<string, unknown> = {}): Snapshot {
  return snapshotSchema.parse({
    phase: "lobby",
    paused: false,
    round: 0,
    rounds: 3,
    seq: 0,
    node: "ws-1",
    graceMs: 300,
    gameId,
    title: "Past or present perfect?",
    locked: false,
    participants: 2,
    show: "full",
    feedback: "reveal",
    you: { participantId: ánhTuyết, name: "Ánh Tuyết", avatar: 64, score: 0, rank: 1, streak: 0, answered: false },
    leaderboard: [],
    serverTime: instant(1_000),
    ...more,
  });
}

export const snapshotMessage = (id: string, more: Record<string, unknown> = {}): FeedMessage => ({ type: "snapshot", id, payload: snapshot(more) });

export function standing(participantId: ParticipantId, score: number, rank: number): Standing {
  return { participantId, name: participantId === kwame ? "Kwame" : "Ánh Tuyết", score, rank };
}

/** One round, from its countdown to the standings, as events that all were told. */
export function roundOfEvents(question: OpenQuestion = openQuestion()): GameEvent[] {
  const { round, rounds, startTime, endTime } = question;
  return [
    { type: "phase_changed", payload: { phase: "countdown", round, rounds, seq: round * 10, endTime: startTime } },
    { type: "new_question", payload: question },
    { type: "phase_changed", payload: { phase: "question", round, rounds, seq: round * 10 + 1, startTime, endTime } },
    { type: "question_extended", payload: { questionId: question.questionId, endTime: instant(Date.parse(endTime) + 10_000) } },
    { type: "question_closed", payload: { questionId: question.questionId, correct: question.optionIds.slice(1, 2), tally: { answered: 2, right: 1, options: { "opt-a": 1, "opt-b": 1 } } } },
    { type: "phase_changed", payload: { phase: "reveal", round, rounds, seq: round * 10 + 2 } },
    { type: "leaderboard_changed", payload: { leaderboard: [standing(kwame, 900 * round, 1), standing(ánhTuyết, 400 * round, 2)] } },
    { type: "phase_changed", payload: { phase: "standings", round, rounds, seq: round * 10 + 3 } },
  ];
}

/** Numbers events as the server does: gapless, after the given number. */
export const numbered = (events: readonly GameEvent[], after: number, epoch = "e1"): FeedMessage[] =>
  events.map((event, index) => ({ ...event, id: `${epoch}.${after + 1 + index}` }));
