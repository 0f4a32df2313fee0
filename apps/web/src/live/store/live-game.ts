import type { GameEvent, GameId, OpenQuestion, OwnTime, ParticipantId, Phase, Snapshot, TeamStanding } from "@quickfire/engine";

export type QuestionClosed = Extract<GameEvent, { type: "question_closed" }>["payload"];
export type Newcomer = { participantId: ParticipantId; name: string; avatar: number };

/** A player's own standing, with the rank they had before the round that last changed it. */
export type Yourself = {
  participantId: ParticipantId;
  name: string;
  avatar: number;
  /** From 1; null where everyone plays for themselves. */
  team: number | null;
  score: number;
  rank: number;
  streak: number;
  /** How long they have for a question, in percent of everybody's time; 0 is no timer. */
  ownTime: OwnTime;
  rankBefore: number | null;
  gapToNext: number | null;
  last: { questionId: string | null; correct: boolean; points: number } | null;
};

/** A running game as this browser knows it. Times are ISO 8601, as they came: what is shown derives from them and the learned clock. */
export type LiveGame = {
  gameId: GameId;
  title: string;
  language: string;
  phase: Phase;
  paused: boolean;
  locked: boolean;
  /** It locked itself: far too many came in at once. */
  flooded: boolean;
  recovering: boolean;
  interrupted: boolean;
  round: number;
  rounds: number;
  seq: number;
  graceMs: number;
  show: Snapshot["show"];
  feedback: Snapshot["feedback"];
  participants: number;
  /** When the lobby starts the game by itself. */
  autoStartAt: string | null;
  /** The running phase, where it has a beginning and an end. */
  phaseStart: string | null;
  phaseEnd: string | null;
  question: OpenQuestion | null;
  closed: QuestionClosed | null;
  /** What was just played counts for nobody: the host took it back. */
  voided: boolean;
  /** The round that was left out last: said once, beside what follows it. */
  skippedRound: number | null;
  /** The latest to come in, newest last. */
  newcomers: Newcomer[];
  you: Yourself | null;
  /** The teams' board, and as it was before the round that is being played; empty where there are none, or none is shown yet. */
  teams: readonly TeamStanding[];
  teamsBefore: readonly TeamStanding[];
  /** How many are in each team, team 1 first; null where everyone plays for themselves. */
  teamSizes: readonly number[] | null;
  removed: boolean;
};

const newcomersKept = 24;

/** A snapshot says everything but what this browser alone remembers: who came in last, and the rank before. */
export function gameOfSnapshot(snapshot: Snapshot, before: LiveGame | null): LiveGame {
  const { you } = snapshot;
  return {
    gameId: snapshot.gameId,
    title: snapshot.title,
    language: snapshot.language ?? before?.language ?? "",
    phase: snapshot.phase,
    paused: snapshot.paused,
    locked: snapshot.locked,
    flooded: snapshot.locked && before?.flooded === true,
    recovering: false,
    interrupted: snapshot.interrupted === true,
    round: snapshot.round,
    rounds: snapshot.rounds,
    seq: snapshot.seq,
    graceMs: snapshot.graceMs,
    show: snapshot.show,
    feedback: snapshot.feedback,
    participants: snapshot.participants,
    autoStartAt: snapshot.phase === "lobby" ? (snapshot.endTime ?? null) : null,
    phaseStart: snapshot.phase === "question" ? (snapshot.question?.startTime ?? null) : null,
    phaseEnd: snapshot.phase === "lobby" ? null : (snapshot.endTime ?? null),
    question: snapshot.question ?? questionOfReveal(snapshot, before),
    closed: snapshot.closed ?? null,
    voided: snapshot.voided === true,
    skippedRound: null,
    newcomers: before?.newcomers ?? [],
    you: you
      ? {
          participantId: you.participantId,
          name: you.name,
          avatar: you.avatar,
          team: you.team ?? null,
          score: you.score,
          rank: you.rank,
          streak: you.streak,
          ownTime: you.ownTime ?? 100,
          rankBefore: before?.you?.rankBefore ?? null,
          gapToNext: before?.you?.score === you.score ? before.you.gapToNext : null,
          last: you.last ? { questionId: snapshot.closed?.questionId ?? null, ...you.last } : null,
        }
      : null,
    teams: snapshot.teams ?? [],
    teamsBefore: before?.teamsBefore ?? [],
    teamSizes: snapshot.teamSizes ?? null,
    removed: before?.removed ?? false,
  };
}

/** The text of a closed question is worth keeping where a snapshot brings only its reveal. */
function questionOfReveal(snapshot: Snapshot, before: LiveGame | null): OpenQuestion | null {
  const question = before?.question ?? null;
  return question && snapshot.closed?.questionId === question.questionId ? question : null;
}

export function welcome(newcomers: Newcomer[], joined: Newcomer[], left: readonly ParticipantId[]): Newcomer[] {
  const gone = new Set<ParticipantId>([...left, ...joined.map(({ participantId }) => participantId)]);
  return [...newcomers.filter(({ participantId }) => !gone.has(participantId)), ...joined].slice(-newcomersKept);
}
