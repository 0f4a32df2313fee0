import type { GameEvent, OpenQuestion, Phase } from "@quickfire/engine";
import { assertNever } from "@quickfire/engine/result";
import { type LiveGame, welcome } from "./live-game";

/**
 * A game after an event that all were told. That each is applied once and in its order is the caller's care. A pause, a lock,
 * an extension and a voiding raise `seq` by one, as they do on the server; a change of phase names it.
 */
export function applyGameEvent(game: LiveGame, event: GameEvent): LiveGame {
  switch (event.type) {
    case "lobby_changed": {
      const { participants, startsAt, joined = [], left = [], teamSizes = game.teamSizes } = event.payload;
      return { ...game, participants, teamSizes, autoStartAt: startsAt ?? null, newcomers: welcome(game.newcomers, joined, left) };
    }
    case "phase_changed": {
      const { phase, round, rounds, seq, startTime, endTime } = event.payload;
      return {
        ...game,
        ...questionKeptIn(phase, round, game),
        phase, round, rounds, seq,
        paused: false,
        autoStartAt: null,
        phaseStart: startTime ?? (phase === "question" ? game.phaseStart : null),
        phaseEnd: endTime ?? (phase === "question" ? game.phaseEnd : null),
      };
    }
    case "game_paused":
      return { ...game, seq: game.seq + 1, paused: true };
    case "game_resumed": {
      const { startTime = game.phaseStart, endTime = game.phaseEnd } = event.payload;
      const times = { phaseStart: startTime, phaseEnd: endTime };
      return { ...game, ...times, seq: game.seq + 1, paused: false, question: game.phase === "question" ? shifted(game.question, times) : game.question };
    }
    case "game_locked":
      return { ...game, seq: game.seq + 1, locked: event.payload.locked, flooded: event.payload.flood === true };
    case "question_extended": {
      const { questionId, endTime } = event.payload;
      if (game.question?.questionId !== questionId) return game;
      return { ...game, seq: game.seq + 1, question: { ...game.question, endTime }, phaseEnd: endTime };
    }
    case "new_question": {
      const question = event.payload;
      return {
        ...game, question,
        phase: "question",
        teamsBefore: game.question?.questionId === question.questionId ? game.teamsBefore : game.teams,
        paused: false,
        round: question.round,
        rounds: question.rounds,
        phaseStart: question.startTime,
        phaseEnd: question.endTime,
        closed: null,
        voided: false,
        skippedRound: null,
      };
    }
    case "question_closed":
      return { ...game, closed: event.payload, phase: game.phase === "question" ? "reveal" : game.phase, paused: false };
    case "question_skipped":
      return { ...game, question: null, closed: null, skippedRound: event.payload.round };
    case "question_voided":
      return { ...game, seq: game.seq + 1, voided: true, you: game.you && { ...game.you, last: null } };
    case "participant_renamed": {
      const { participantId, name } = event.payload;
      const { you } = game;
      return {
        ...game,
        newcomers: game.newcomers.map((newcomer) => (newcomer.participantId === participantId ? { ...newcomer, name } : newcomer)),
        you: you?.participantId === participantId ? { ...you, name } : you,
      };
    }
    case "participant_removed": {
      const { participantId } = event.payload;
      return {
        ...game,
        removed: game.removed || game.you?.participantId === participantId,
        newcomers: welcome(game.newcomers, [], [participantId]),
      };
    }
    case "team_changed": {
      const { participantId, team, teamSizes = game.teamSizes } = event.payload;
      const you = game.you?.participantId === participantId ? { ...game.you, team } : game.you;
      return { ...game, teamSizes, you };
    }
    case "leaderboard_changed":
      return { ...game, teams: event.payload.teams ?? game.teams };
    case "game_recovering":
      return { ...game, recovering: true };
    case "quiz_ended":
      return { ...game, phase: "ended", paused: false, phaseEnd: null, teams: event.payload.teams ?? game.teams, interrupted: event.payload.interrupted === true };
    default:
      return assertNever(event);
  }
}

function shifted(question: OpenQuestion | null, { phaseStart, phaseEnd }: Pick<LiveGame, "phaseStart" | "phaseEnd">): OpenQuestion | null {
  return question && { ...question, startTime: phaseStart ?? question.startTime, endTime: phaseEnd ?? question.endTime };
}

/** A question and its reveal are shown until the next round begins. */
function questionKeptIn(phase: Phase, round: number, game: LiveGame): Pick<LiveGame, "question" | "closed" | "voided" | "skippedRound"> {
  const { question, closed, voided, skippedRound } = game;
  const isNextRound = phase === "countdown" && question?.round !== round;
  return isNextRound ? { question: null, closed: null, voided: false, skippedRound } : { question, closed, voided, skippedRound };
}
