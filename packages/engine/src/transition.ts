import { lobbyDueAt, questionOf } from "./game-clock";
import { hostCommandNames, type GameCommand, type GameFacts, type GameState, type HostCommandName, type Phase, type Position, type TransitionFailure } from "./game-state";
import type { Mover } from "./logged-event";
import { closeSlide, endGame, leaveReveal, nextRound, openQuestion, precededBy, reveal, showRevealAgain, skipRound, startCountdown, voidRound, type Move, type Scene } from "./move";
import { extend, pause, possibleExtension, resume, resumedLog } from "./pause";
import { isAnswered, isScored } from "./question-types";
import type { QuizVersion } from "./quiz";
import { err, ok, type Result } from "./result";
import type { GameSettings } from "./settings";

/** How a game moves: what each command does in each phase. Whatever is not in these tables is `WRONG_PHASE`. */

type Moment<At extends Position> = Scene & { position: At; command: GameCommand };
type Rule<At extends Position> = (moment: Moment<At>) => Move | TransitionFailure;
type Table<At extends Position> = { [Name in GameCommand["name"]]?: Rule<At> };
type Rules = { [In in Phase]: Table<Position<In>> };

const lock = (locked: boolean): Rule<Position> => ({ state }) => ({
  state: { ...state, locked },
  events: [{ event: { type: "game_locked", payload: { locked } } }],
  logged: [{ type: "GAME_LOCKED", body: { locked } }],
  board: "keep",
});

const start: Rule<Position<"lobby">> = (moment) => {
  const { by, state, quiz } = moment;
  const { rounds } = state.facts;
  return precededBy({ logged: [{ type: "GAME_STARTED", body: { by, rounds, quizVersionId: quiz.quizVersionId } }] }, startCountdown(1, moment));
};

const mayPause = (phase: Phase, { pace }: Pick<GameSettings, "pace">): boolean =>
  phase === "countdown" || phase === "question" || pace === "auto";

const rest: Rule<Position> = (moment) => {
  const { state, position } = moment;
  return state.paused || !mayPause(position.phase, state.facts.settings) ? "WRONG_PHASE" : pause(moment);
};

const goOn: Rule<Position> = (moment) => (moment.state.paused ? resume(moment, moment.state.paused) : "WRONG_PHASE");

const lengthen: Rule<Position<"question">> = (moment) => {
  const { command, position } = moment;
  const addedMs = command.name === "extend" ? possibleExtension(position, command.seconds) : 0;
  return addedMs > 0 ? extend(position, addedMs, moment) : "WRONG_PHASE";
};

const closeAsAllAnswered: Rule<Position<"question">> = (moment) => {
  const { command, position, state, quiz } = moment;
  if (command.name !== "everyone-answered" || command.round !== position.round) return "WRONG_PHASE";
  if (!isAnswered(questionOf(quiz, position.round))) return "NOT_DUE";
  return state.facts.settings.closeWhenAllAnswered && !state.paused ? reveal(position, moment) : "NOT_DUE";
};

/** A wait for the host that has come to its end was forgotten. */
const walkOrEnd = <At extends Position>(walk: Rule<At>): Rule<At> => (moment) =>
  moment.state.facts.settings.pace === "auto" ? walk(moment) : endGame(moment);

const anywhere = { lock: lock(true), unlock: lock(false), end: endGame } satisfies Table<Position>;
const timed = { ...anywhere, pause: rest, resume: goOn } satisfies Table<Position>;

const afterReveal: Rule<Position<"reveal">> = (moment) => leaveReveal(moment.position, moment);
const goBack: Rule<Position<"standings">> = (moment) => showRevealAgain(moment.position, moment);
const afterStandings: Rule<Position<"standings">> = (moment) => nextRound(moment.position.round, moment);
const skip: Rule<Position<"countdown" | "question">> = (moment) => skipRound(moment.position, moment);

/** Where nobody could earn points there is nothing to take back. */
const takeBack: Rule<Position<"reveal" | "standings" | "podium">> = (moment) => {
  const { position, state, quiz } = moment;
  const counts = isScored(questionOf(quiz, position.round)) && !state.skippedRounds.includes(position.round);
  return counts ? voidRound(position, moment) : "WRONG_PHASE";
};

/** A slide has nothing to reveal, so closing it leads on; where the host sets the pace it stays until they move on, however late. */
const close: Rule<Position<"question">> = (moment) => {
  const { position, quiz, command, state } = moment;
  if (isAnswered(questionOf(quiz, position.round))) return reveal(position, moment);
  const stays = command.name === "tick" && state.facts.settings.pace === "manual";
  return stays ? reveal(position, moment) : closeSlide(position, moment);
};

const rules: Rules = {
  lobby: { ...anywhere, start, tick: (moment) => (moment.position.startsAt === null ? endGame(moment) : start(moment)) },
  countdown: { ...timed, skip, tick: (moment) => openQuestion(moment.position, moment) },
  question: { ...timed, skip, reveal: close, extend: lengthen, tick: close, "everyone-answered": closeAsAllAnswered },
  reveal: { ...timed, void: takeBack, next: afterReveal, tick: walkOrEnd(afterReveal) },
  standings: { ...timed, void: takeBack, next: afterStandings, back: goBack, tick: walkOrEnd(afterStandings) },
  podium: { ...timed, void: takeBack, next: endGame, tick: endGame },
  ended: {},
};

function apply<At extends Position>(table: Table<At>, moment: Moment<At>): Move | TransitionFailure {
  const { state, now, command } = moment;
  if (command.name === "tick") {
    if (state.dueAt === null || now < state.dueAt) return "NOT_DUE";
    // Nothing moves on by itself while it is paused, until the pause itself is forgotten.
    if (state.paused) return endGame(moment);
  }
  const rule = table[command.name];
  return rule ? rule(moment) : "WRONG_PHASE";
}

function decide(scene: Scene, command: GameCommand): Move | TransitionFailure {
  const { position } = scene.state;
  switch (position.phase) {
    case "lobby":
      return apply(rules.lobby, { ...scene, command, position });
    case "countdown":
      return apply(rules.countdown, { ...scene, command, position });
    case "question":
      return apply(rules.question, { ...scene, command, position });
    case "reveal":
      return apply(rules.reveal, { ...scene, command, position });
    case "standings":
      return apply(rules.standings, { ...scene, command, position });
    case "podium":
      return apply(rules.podium, { ...scene, command, position });
    case "ended":
      return apply(rules.ended, { ...scene, command, position });
  }
}

const moverOf = ({ name }: GameCommand): Mover => (name === "tick" ? "clock" : name === "everyone-answered" ? name : "host");

/**
 * What a command makes of a game at an instant of Redis's clock: the next state, the events to publish in their order and the
 * entries to log. Every accepted command raises `seq` by one; a refused one changes nothing.
 */
export function transition(state: GameState, command: GameCommand, now: number, quiz: QuizVersion): Result<Move, TransitionFailure> {
  const scene: Scene = { state: { ...state, seq: state.seq + 1 }, now, quiz, by: moverOf(command) };
  const move = decide(scene, command);
  if (typeof move === "string") return err(move);
  // Whoever moves a paused game on ends the pause, which has to be told as well.
  if (!state.paused || move.state.paused || command.name === "resume") return ok(move);
  return ok(precededBy({ events: [{ event: { type: "game_resumed", payload: {} } }], logged: resumedLog(state, now - state.paused.at) }, move));
}

/** What the host can do now, for buttons; `transition` stays the judge. */
export function hostCommandsIn(moment: { phase: Phase; paused: boolean; pace: GameSettings["pace"]; /** Points are given for the round, and it was neither skipped nor voided. */ counts?: boolean }): HostCommandName[] {
  const { phase, paused, counts = true } = moment;
  return hostCommandNames.filter((name) => {
    if (name === "pause") return !paused && "pause" in rules[phase] && mayPause(phase, moment);
    if (name === "resume") return paused;
    if (name === "void" && !counts) return false;
    return name in rules[phase];
  });
}

/** A game as it begins, in its lobby. */
export const newGame = (facts: GameFacts, epoch: string, now: number): GameState => ({
  facts: { ...facts, createdAt: now },
  epoch,
  seq: 0,
  locked: false,
  skippedRounds: [],
  dueAt: lobbyDueAt({ ...facts, createdAt: now }, null),
  paused: null,
  position: { phase: "lobby", startsAt: null },
});
