import {
  err, InvariantError, ok, questionOf, roundOf, tallyFormOf, transition, type GameCommand, type GameId, type GameState, type Move,
  type Mover, type PlannedEvent, type QuizVersion, type Result, type TransitionFailure,
} from "@quickfire/engine";
import { recheckGame, settleGame, transitionGame } from "../functions/definitions";
import { fieldsOfState, type StoredGame } from "../game-fields";
import type { GameStore, HostCommand, Origin } from "../game-store.types";
import { hostGamesKey } from "../keys";
import type { StoreParts } from "./parts";
import type { Pins } from "./pins";
import type { PlayBots } from "./practising";

/** An ended game's live state stays for a day, for whoever still looks at it. */
const keepEndedMs = 24 * 3_600_000;
const tries = 10;

/** These mean the same in any phase; any other command was meant for the moment that its sender saw. */
const alwaysMeant: ReadonlySet<GameCommand["name"]> = new Set(["end", "lock", "unlock"]);

type Attempt = { gameId: GameId; game: StoredGame; quiz: QuizVersion; command: GameCommand; now: number; origin: Origin | null };
type MoveFailure = TransitionFailure | "CHANGED" | "NOT_FOUND";

/** How the function knows a planned event: what is attached goes under this name. */
function eventArgument({ event, attach }: PlannedEvent) {
  const boardField = event.type === "quiz_ended" ? "finalLeaderboard" : "leaderboard";
  return { type: event.type, payload: JSON.stringify(event.payload), attach: attach === "board" ? boardField : (attach ?? "") };
}

const moverOf = ({ name }: GameCommand): Mover => (name === "tick" ? "clock" : name === "everyone-answered" ? name : "host");

/** The question of the round in which the game was, as far as closing or undoing it needs it. */
function questionArguments(state: GameState, quiz: QuizVersion) {
  const round = roundOf(state);
  if (round === 0) return { questionId: "", tallyIds: "[]", tallyTexts: 0 };
  const question = questionOf(quiz, round);
  const { ids, texts } = tallyFormOf(question);
  return { questionId: question.id, tallyIds: JSON.stringify(ids), tallyTexts: texts };
}

/** Games moved by their host and by the clock: the engine decides, the function applies it if nothing has changed meanwhile. */
export function createCommanding(parts: StoreParts, { pins, playBots }: { pins: Pins; playBots: PlayBots }): Pick<GameStore, "command" | "advance"> {
  const { redis, call, clock, keysOf, readGame, readQuiz, schedule } = parts;

  function moreKeysOf(gameId: GameId, rounds: number): string[] {
    const keys = keysOf(gameId);
    const perRound = Array.from({ length: rounds }, (_, index) => [keys.answers(index + 1), keys.tally(index + 1)]);
    return [keys.quiz, keys.names, keys.joins, keys.connections, keys.comings, keys.teamOf, keys.bots, keys.ownTimes, ...perRound.flat()];
  }

  async function apply({ gameId, game, quiz, command, origin }: Attempt, move: Move): Promise<Result<null, MoveFailure>> {
    const keys = keysOf(gameId);
    const round = roundOf(game.state);
    const ends = move.state.position.phase === "ended";
    const applied = await call(transitionGame, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      moreKeys: ends ? moreKeysOf(gameId, game.state.facts.rounds) : [],
      args: {
        gameId,
        revision: game.revision,
        by: moverOf(command),
        fields: JSON.stringify(fieldsOfState(move.state)),
        events: JSON.stringify(move.events.map(eventArgument)),
        logged: move.logged.length === 0 ? "" : JSON.stringify(move.logged),
        origin: JSON.stringify(origin),
        boardChange: move.board,
        ...questionArguments(game.state, quiz),
        ends,
        keepMs: keepEndedMs,
      },
    });
    if (!applied.ok) return applied;
    if (ends) await settle(game.state);
    schedule(applied.value.publishAt);
    schedule(move.state.dueAt ?? 0);
    return ok(null);
  }

  /** What lies outside of the game's shard. Where this fails, the PIN is free once the game is gone, and the host's list leaves it out. */
  async function settle({ facts }: GameState): Promise<void> {
    await Promise.allSettled([pins.release(facts.pin), redis.zrem(hostGamesKey(facts.hostUserId), facts.gameId)]);
  }

  async function tryMove(attempt: Attempt): Promise<Result<Move, MoveFailure>> {
    const now = Math.max(attempt.now, attempt.game.movedAt);
    const decided = transition(attempt.game.state, attempt.command, now, attempt.quiz);
    if (!decided.ok) return decided;
    const applied = await apply(attempt, decided.value);
    return applied.ok ? decided : applied;
  }

  async function readBoth(gameId: GameId): Promise<{ game: StoredGame; quiz: QuizVersion } | null> {
    const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
    return game && quiz ? { game, quiz } : null;
  }

  async function command(input: { gameId: GameId; command: HostCommand; expectedSeq?: number; origin: Origin }): ReturnType<GameStore["command"]> {
    let seenSeq = input.expectedSeq;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const found = await readBoth(input.gameId);
      if (!found) return err("NOT_FOUND");
      const { seq, position } = found.game.state;
      if (position.phase === "ended") return err("ENDED");
      if (seenSeq !== undefined && seq !== seenSeq) return err("STALE");
      if (!alwaysMeant.has(input.command.name)) seenSeq = seq;

      const moved = await tryMove({ ...input, ...found, now: clock.now() });
      if (moved.ok) {
        const { state } = moved.value;
        return ok({ phase: state.position.phase, round: roundOf(state), seq: state.seq });
      }
      if (moved.error === "NOT_FOUND") return err("NOT_FOUND");
      if (moved.error !== "CHANGED") return err("WRONG_PHASE");
    }
    throw new InvariantError(`game ${input.gameId} changed ${tries} times while a command was being applied`);
  }

  /** What the clock wants of a game at this moment. */
  function clockCommand({ state, everyoneAnswered }: StoredGame, now: number): GameCommand | null {
    if (state.dueAt !== null && now >= state.dueAt) return { name: "tick" };
    if (state.position.phase === "question" && everyoneAnswered === state.position.round) return { name: "everyone-answered", round: state.position.round };
    return null;
  }

  async function settleStandings(gameId: GameId): Promise<void> {
    const settled = await call(settleGame, { keys: keysOf(gameId), args: { gameId } });
    if (settled.ok) schedule(settled.value.nextAt);
  }

  async function advance(gameId: GameId): Promise<"advanced" | "not-due"> {
    const found = await readBoth(gameId);
    if (found?.game.state.position.phase === "ended") {
      await settleStandings(gameId);
      return "not-due";
    }
    const now = clock.now();
    const wanted = found && clockCommand(found.game, now);
    if (found && !wanted) await playBots(found);
    const moved = found && wanted ? await tryMove({ gameId, ...found, command: wanted, now, origin: null }) : err("NOT_DUE" as const);
    if (moved.ok) return "advanced";
    // Whoever came first has set its next time; otherwise it stands in the due set for another reason than its own time.
    if (moved.error !== "CHANGED") await call(recheckGame, { keys: keysOf(gameId), args: { gameId } });
    return "not-due";
  }

  return { command, advance };
}
