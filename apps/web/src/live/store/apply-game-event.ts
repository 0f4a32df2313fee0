import type { GameEvent, Phase } from "@quickfire/engine";
import { assertNever } from "@quickfire/engine/result";
import { type LiveGame, welcome } from "./live-game";

/**
 * A game after an event that all were told. Applying the same event twice gives the same game; the order is kept by the
 * caller.
 */
export function applyGameEvent(game: LiveGame, event: GameEvent): LiveGame {
  switch (event.type) {
    case "lobby_changed": {
      const { participants, startsAt, joined = [], left = [] } = event.payload;
      return { ...game, participants, autoStartAt: startsAt ?? null, newcomers: welcome(game.newcomers, joined, left) };
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
      return { ...game, paused: true };
    case "game_resumed": {
      const { endTime } = event.payload;
      const question = game.phase === "question" && game.question && endTime ? { ...game.question, endTime } : game.question;
      return { ...game, paused: false, question, phaseEnd: endTime ?? game.phaseEnd };
    }
    case "game_locked":
      return { ...game, locked: event.payload.locked };
    case "question_extended": {
      const { questionId, endTime } = event.payload;
      if (game.question?.questionId !== questionId) return game;
      return { ...game, question: { ...game.question, endTime }, phaseEnd: endTime };
    }
    case "new_question": {
      const question = event.payload;
      return {
        ...game, question,
        phase: "question",
        paused: false,
        round: question.round,
        rounds: question.rounds,
        phaseStart: question.startTime,
        phaseEnd: question.endTime,
        closed: null,
        skippedRound: null,
      };
    }
    case "question_closed":
      return { ...game, closed: event.payload, phase: game.phase === "question" ? "reveal" : game.phase, paused: false };
    case "question_skipped":
      return { ...game, question: null, closed: null, skippedRound: event.payload.round };
    case "participant_removed": {
      const { participantId } = event.payload;
      return {
        ...game,
        removed: game.removed || game.you?.participantId === participantId,
        newcomers: welcome(game.newcomers, [], [participantId]),
      };
    }
    case "leaderboard_changed":
      return game;
    case "game_recovering":
      return { ...game, recovering: true };
    case "quiz_ended":
      return { ...game, phase: "ended", paused: false, phaseEnd: null, interrupted: event.payload.interrupted === true };
    default:
      return assertNever(event);
  }
}

/** A question and its reveal are shown until the next round begins. */
function questionKeptIn(phase: Phase, round: number, game: LiveGame): Pick<LiveGame, "question" | "closed" | "skippedRound"> {
  const { question, closed, skippedRound } = game;
  const isNextRound = phase === "countdown" && question?.round !== round;
  return isNextRound ? { question: null, closed: null, skippedRound } : { question, closed, skippedRound };
}
