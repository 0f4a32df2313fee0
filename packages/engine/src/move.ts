import { dueAtOf, isLastRound, LEAD_MS, limitMsOf, questionOf } from "./game-clock";
import type { GameState, Position } from "./game-state";
import type { LoggedEvent, Mover } from "./logged-event";
import type { PlannedEvent } from "./planned-event";
import { isScored } from "./question-types";
import type { QuizVersion } from "./quiz";
import { phaseView } from "./views/phase-view";
import { openQuestionView, revealView } from "./views/question-views";
import { isBoardShown } from "./views/snapshot-view";

/** What the board has to go through in the same step: copied when a question opens, put back when an open one is skipped or a closed one voided. */
export type BoardChange = "keep" | "copy" | "restore";

/** What a transition comes to: the next state, what all are told, what the durable log keeps. */
export type Move = { state: GameState; events: PlannedEvent[]; logged: LoggedEvent[]; board: BoardChange };

/** The circumstances of a move. `state.seq` is already that of the move. */
export type Scene = { state: GameState; now: number; quiz: QuizVersion; by: Mover };

/** The same move, with something that comes before it. */
export const precededBy = ({ events = [], logged = [] }: Partial<Pick<Move, "events" | "logged">>, move: Move): Move => ({
  ...move,
  events: [...events, ...move.events],
  logged: [...logged, ...move.logged],
});

/** Another phase. Whoever moves a paused game on ends the pause. */
function goTo(position: Position, { state, now, quiz, by }: Scene): Move {
  const next: GameState = { ...state, position, paused: null, dueAt: dueAtOf({ facts: state.facts, position, quiz }) };
  const view = phaseView(next, now);
  return {
    state: next,
    events: [{ event: { type: "phase_changed", payload: view } }],
    logged: [{ type: "PHASE_CHANGED", body: { by, from: state.position.phase, to: position.phase, round: view.round, seq: next.seq } }],
    board: "keep",
  };
}

export function startCountdown(round: number, scene: Scene): Move {
  const { now, state } = scene;
  return goTo({ phase: "countdown", round, startsAt: now, endsAt: now + state.facts.settings.countdown * 1_000 }, scene);
}

/** Tells the question `LEAD_MS` before it opens: a countdown that was overslept opens it later, never at once. */
export function openQuestion(countdown: Position<"countdown">, scene: Scene): Move {
  const { quiz, now, state } = scene;
  const { round } = countdown;
  const question = questionOf(quiz, round);
  const startsAt = Math.max(countdown.endsAt, now + LEAD_MS);
  const limitMs = limitMsOf(question);
  const endsAt = startsAt + limitMs;
  const view = openQuestionView(question, { round, rounds: state.facts.rounds, startsAt, endsAt });
  const move = precededBy(
    {
      events: [{ event: { type: "new_question", payload: view } }],
      logged: [{ type: "QUESTION_OPENED", body: { round, questionId: question.id, startsAt, endsAt, limitMs, points: question.points } }],
    },
    goTo({ phase: "question", round, startsAt, endsAt, limitMs }, scene),
  );
  return { ...move, board: "copy" };
}

/** What closing a question tells and logs, wherever the game goes from there. */
function closing(round: number, { quiz, now, by }: Scene): Pick<Move, "events" | "logged"> {
  const question = questionOf(quiz, round);
  return {
    events: [{ event: { type: "question_closed", payload: revealView(question) }, attach: "tally" }],
    logged: [{ type: "QUESTION_CLOSED", body: { round, questionId: question.id, by, closedAt: now } }],
  };
}

const boardChanged: PlannedEvent = { event: { type: "leaderboard_changed", payload: {} }, attach: "board" };

export function reveal({ round, startsAt, endsAt }: Position<"question">, scene: Scene): Move {
  const { leaderboard, feedback } = scene.state.facts.settings;
  // A board that is live and not held back was published as it changed.
  const held = leaderboard === "reveal" || (leaderboard === "live" && feedback === "reveal");
  const move = precededBy(closing(round, scene), goTo({ phase: "reveal", round, since: scene.now, startsAt, endsAt }, scene));
  return held ? { ...move, events: [...move.events, boardChanged] } : move;
}

/** What was only shown leads on at once. */
export const closeSlide = ({ round }: Position<"question">, scene: Scene): Move => precededBy(closing(round, scene), nextRound(round, scene));

/** After a reveal: the standings, where players may see them between rounds and the round can have changed them. */
export function leaveReveal({ round }: Position<"reveal">, scene: Scene): Move {
  const { leaderboard } = scene.state.facts.settings;
  const shown = (leaderboard === "live" || leaderboard === "reveal") && isScored(questionOf(scene.quiz, round));
  return shown ? goTo({ phase: "standings", round, since: scene.now }, scene) : nextRound(round, scene);
}

/** From the standings the reveal is shown once more; nothing is counted again. */
export function showRevealAgain({ round, since }: Position<"standings">, scene: Scene): Move {
  return goTo({ phase: "reveal", round, since: scene.now, startsAt: since, endsAt: since }, scene);
}

/** The countdown of the next round, or after the last one the podium. */
export function nextRound(round: number, scene: Scene): Move {
  if (!isLastRound(scene.state)) return startCountdown(round + 1, scene);
  const move = goTo({ phase: "podium", round, since: scene.now }, scene);
  return scene.state.facts.settings.leaderboard === "end" ? precededBy({ events: [boardChanged] }, move) : move;
}

export function skipRound({ phase, round }: Position<"countdown" | "question">, scene: Scene): Move {
  const { id: questionId } = questionOf(scene.quiz, round);
  const opened = phase === "question";
  const { leaderboard, feedback } = scene.state.facts.settings;
  const seen = opened && leaderboard === "live" && feedback === "instant";
  const skipped = { ...scene.state, skippedRounds: [...scene.state.skippedRounds, round] };
  const move = precededBy(
    {
      events: [{ event: { type: "question_skipped", payload: { questionId, round } } }, ...(seen ? [boardChanged] : [])],
      logged: [{ type: "ROUND_SKIPPED", body: { round, questionId, opened } }],
    },
    nextRound(round, { ...scene, state: skipped }),
  );
  return opened ? { ...move, board: "restore" } : move;
}

/** The question that was just played turns out to be wrong: nobody keeps points for it. The game stays where it is. */
export function voidRound({ round }: Position<"reveal" | "standings" | "podium">, { state, quiz }: Scene): Move {
  const { id: questionId } = questionOf(quiz, round);
  return {
    state: { ...state, skippedRounds: [...state.skippedRounds, round] },
    events: [{ event: { type: "question_voided", payload: { questionId, round } } }, ...(isBoardShown(state) ? [boardChanged] : [])],
    logged: [{ type: "ROUND_VOIDED", body: { round, questionId } }],
    board: "restore",
  };
}

/** Straight to the final standings. A question that is open is closed first: the answers given count, and are shown. */
export function endGame(scene: Scene): Move {
  const { state, now, by } = scene;
  const { position, facts, skippedRounds } = state;
  const round = position.phase === "lobby" ? 0 : position.round;
  const interrupted = position.phase !== "podium";
  const before = position.phase === "question" ? closing(round, scene) : {};
  const move = precededBy(before, goTo({ phase: "ended", round, since: now, interrupted }, scene));
  const mark = interrupted ? { interrupted: true as const } : {};
  const ended: PlannedEvent =
    facts.settings.leaderboard === "never"
      ? { event: { type: "quiz_ended", payload: { finalLeaderboard: [], ...mark } } }
      : { event: { type: "quiz_ended", payload: mark }, attach: "board" };
  return {
    ...move,
    events: [...move.events, ended],
    logged: [...move.logged, { type: "GAME_ENDED", body: { by, round, interrupted, skippedRounds } }],
  };
}
