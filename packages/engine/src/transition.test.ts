import { describe, expect, it } from "vitest";
import { anInstant, gameOf, idsFrom, plainQuiz, versionOf } from "../test/arbitraries";
import { FORGOTTEN_MS, LEAD_MS } from "./game-clock";
import type { GameCommand, GameState, HostCommandName, Phase } from "./game-state";
import type { Move } from "./move";
import { hostCommandsIn, transition } from "./transition";
import { quizDraftSchema, storeQuiz } from "./quiz";
import type { GameSettingsInput } from "./settings";

const quiz = plainQuiz(3, { explanation: "x".repeat(100) });
const short = plainQuiz(1);

/** A game on its way: each step is a command, given after some time or (`tick`) when the game is due. */
function play(settings: GameSettingsInput = {}, version = quiz) {
  let state = gameOf(version, settings);
  let now = anInstant;
  let last: Move | undefined;
  const game = {
    state: () => state,
    now: () => now,
    last: (): Move => {
      if (!last) throw new Error("nothing has moved yet");
      return last;
    },
    eventTypes: () => game.last().events.map(({ event }) => event.type),
    logTypes: () => game.last().logged.map(({ type }) => type),
    wait(ms: number) {
      now += ms;
      return game;
    },
    try: (command: GameCommand) => transition(state, command, now, version),
    give(command: GameCommand) {
      const moved = game.try(command);
      if (!moved.ok) throw new Error(`${command.name} in ${state.position.phase}: ${moved.error}`);
      last = moved.value;
      state = moved.value.state;
      return game;
    },
    host: (...names: Exclude<HostCommandName, "extend">[]) => {
      for (const name of names) game.give({ name });
      return game;
    },
    tick() {
      now = state.dueAt ?? now;
      return game.give({ name: "tick" });
    },
  };
  return game;
}

/** A game that has come to a phase of round 1 by the shortest way. */
function playTo(phase: Phase, settings: GameSettingsInput = {}, version = quiz) {
  const game = play(settings, version);
  const steps: Record<Phase, () => unknown> = {
    lobby: () => game,
    countdown: () => game.host("start"),
    question: () => game.host("start").tick(),
    reveal: () => game.host("start").tick().host("reveal"),
    standings: () => game.host("start").tick().host("reveal", "next"),
    podium: () => game.host("start", "skip", "skip", "skip"),
    ended: () => game.host("end"),
  };
  steps[phase]();
  expect(game.state().position.phase).toBe(phase);
  return game;
}

const positionOf = <In extends Phase>(state: GameState, phase: In): Extract<GameState["position"], { phase: In }> => {
  const is = (position: GameState["position"]): position is Extract<GameState["position"], { phase: In }> => position.phase === phase;
  if (!is(state.position)) throw new Error(`in ${state.position.phase}`);
  return state.position;
};

describe("a game that its host moves", () => {
  it("goes through countdown, question, reveal and standings of each round to the podium and the end", () => {
    const game = play();
    const seen: string[] = [];
    game.host("start");
    for (let round = 1; round <= 3; round += 1) {
      seen.push(`${game.state().position.phase} ${round}`);
      for (const step of [game.tick, () => game.host("reveal"), () => game.host("next"), () => game.host("next")]) {
        step();
        seen.push(game.state().position.phase);
      }
    }
    game.host("next");
    const round = ["question", "reveal", "standings"];
    expect(seen).toEqual(["countdown 1", ...round, "countdown", "countdown 2", ...round, "countdown", "countdown 3", ...round, "podium"]);
    expect(game.state()).toMatchObject({ position: { phase: "ended", round: 3, interrupted: false }, dueAt: null, seq: 14 });
  });

  it("opens a question when its countdown is over, and tells it a little earlier", () => {
    const game = playTo("countdown", { countdown: 3 });
    const { endsAt } = positionOf(game.state(), "countdown");
    expect(endsAt).toBe(anInstant + 3_000);
    expect(game.state().dueAt).toBe(endsAt - LEAD_MS);
    game.tick();
    expect(game.state().position).toEqual({ phase: "question", round: 1, startsAt: endsAt, endsAt: endsAt + 20_000, limitMs: 20_000 });
    expect(game.eventTypes()).toEqual(["new_question", "phase_changed"]);
    expect(game.last().board).toBe("copy");
    expect(game.last().logged[0]).toEqual({
      type: "QUESTION_OPENED",
      body: { round: 1, questionId: quiz.questions[0]?.id, startsAt: endsAt, endsAt: endsAt + 20_000, limitMs: 20_000, points: 1_000 },
    });
  });

  it("gives players their lead also when the countdown was overslept or has no length", () => {
    const overslept = playTo("countdown");
    overslept.wait(60_000).give({ name: "tick" });
    expect(positionOf(overslept.state(), "question").startsAt).toBe(overslept.now() + LEAD_MS);
    const immediate = playTo("countdown", { countdown: 0 });
    expect(immediate.state().dueAt).toBe(immediate.now());
    immediate.tick();
    expect(positionOf(immediate.state(), "question").startsAt).toBe(immediate.now() + LEAD_MS);
  });

  it("closes a question after its grace, with the tally attached and the board behind it", () => {
    const game = playTo("question", { graceMs: 700 });
    const { endsAt } = positionOf(game.state(), "question");
    expect(game.state().dueAt).toBe(endsAt + 700);
    game.tick();
    expect(game.eventTypes()).toEqual(["question_closed", "phase_changed", "leaderboard_changed"]);
    expect(game.last().events.map(({ attach }) => attach)).toEqual(["tally", undefined, "board"]);
    expect(game.last().logged[0]).toEqual({ type: "QUESTION_CLOSED", body: { round: 1, questionId: quiz.questions[0]?.id, by: "clock", closedAt: endsAt + 700 } });
  });

  it("tells in phase_changed when what is on the screen ends, and nothing where the host is waited for", () => {
    const game = playTo("question");
    const { startsAt, endsAt } = positionOf(game.state(), "question");
    expect(game.last().events.at(-1)?.event).toEqual({
      type: "phase_changed",
      payload: { phase: "question", round: 1, rounds: 3, seq: 2, startTime: new Date(startsAt).toISOString(), endTime: new Date(endsAt).toISOString() },
    });
    game.host("reveal");
    expect(game.last().events[1]?.event).toEqual({ type: "phase_changed", payload: { phase: "reveal", round: 1, rounds: 3, seq: 3 } });
  });

  it("logs who moved it", () => {
    const game = play();
    game.host("start");
    expect(game.last().logged).toEqual([
      { type: "GAME_STARTED", body: { by: "host", rounds: 3, quizVersionId: quiz.quizVersionId } },
      { type: "PHASE_CHANGED", body: { by: "host", from: "lobby", to: "countdown", round: 1, seq: 1 } },
    ]);
    game.tick();
    expect(game.last().logged.at(-1)).toMatchObject({ body: { by: "clock", from: "countdown", to: "question" } });
    game.give({ name: "everyone-answered", round: 1 });
    expect(game.logTypes()).toEqual(["QUESTION_CLOSED", "PHASE_CHANGED"]);
    expect(game.last().logged[0]).toMatchObject({ body: { by: "everyone-answered" } });
  });
});

describe("a refused command", () => {
  it.each<[Phase, HostCommandName[]]>([
    ["lobby", ["start", "lock", "unlock", "end"]],
    ["countdown", ["pause", "skip", "lock", "unlock", "end"]],
    ["question", ["pause", "reveal", "skip", "extend", "lock", "unlock", "end"]],
    ["reveal", ["void", "next", "lock", "unlock", "end"]],
    ["standings", ["void", "next", "back", "lock", "unlock", "end"]],
    ["podium", ["next", "lock", "unlock", "end"]],
    ["ended", []],
  ])("is any but these in the phase %s: %j", (phase, allowed) => {
    const game = playTo(phase);
    const commands: GameCommand[] = [
      ...(["start", "pause", "resume", "reveal", "skip", "void", "next", "back", "lock", "unlock", "end"] as const).map((name) => ({ name })),
      { name: "extend", seconds: 10 },
    ];
    const accepted = commands.filter((command) => game.try(command).ok).map(({ name }) => name);
    expect(accepted.sort()).toEqual([...allowed].sort());
    // The shortest way to the podium skips everything.
    expect(hostCommandsIn({ phase, paused: false, pace: "manual", counts: phase !== "podium" }).sort()).toEqual([...allowed].sort());
    expect(game.try({ name: "resume" })).toEqual({ ok: false, error: "WRONG_PHASE" });
  });

  it("is a tick before the time, and any tick after the end", () => {
    const game = playTo("question");
    expect(game.try({ name: "tick" })).toEqual({ ok: false, error: "NOT_DUE" });
    expect(playTo("ended").wait(10 ** 12).try({ name: "tick" })).toEqual({ ok: false, error: "NOT_DUE" });
  });

  it("is the word that everyone has answered, of another round, in another phase, while paused, or where the host waits for time", () => {
    expect(playTo("question").try({ name: "everyone-answered", round: 2 })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect(playTo("reveal").try({ name: "everyone-answered", round: 1 })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect(playTo("question").host("pause").try({ name: "everyone-answered", round: 1 })).toEqual({ ok: false, error: "NOT_DUE" });
    expect(playTo("question", { closeWhenAllAnswered: false }).try({ name: "everyone-answered", round: 1 })).toEqual({ ok: false, error: "NOT_DUE" });
  });
});

describe("pausing", () => {
  it.each<[Phase, GameSettingsInput]>([
    ["countdown", {}],
    ["question", {}],
    ["reveal", { pace: "auto" }],
    ["standings", { pace: "auto" }],
    ["podium", { pace: "auto" }],
  ])("keeps what was left in the phase %s", (phase, settings) => {
    const game = playTo(phase, settings);
    const leftMs = (game.state().dueAt ?? 0) - game.now() - 100;
    game.wait(100).host("pause");
    expect(game.state().paused).toEqual({ at: game.now(), remainingMs: leftMs });
    expect(game.eventTypes()).toEqual(["game_paused"]);
    expect(game.wait(3_600_000).try({ name: "tick" })).toEqual({ ok: false, error: "NOT_DUE" });
    expect(hostCommandsIn({ phase, paused: true, pace: "auto" })).toContain("resume");
    expect(hostCommandsIn({ phase, paused: true, pace: "auto" })).not.toContain("pause");
    game.host("resume");
    expect(game.state().paused).toBeNull();
    expect(game.state().dueAt).toBe(game.now() + leftMs);
    expect(game.last().logged).toEqual([{ type: "GAME_RESUMED", body: { phase, round: phase === "podium" ? 3 : 1, pausedMs: 3_600_000 } }]);
  });

  it("puts a question off that was told but not yet open", () => {
    const game = playTo("question");
    const { startsAt, endsAt } = positionOf(game.state(), "question");
    game.wait(100).host("pause").wait(5_000).host("resume");
    expect(game.state().position).toMatchObject({ startsAt: startsAt + 5_000, endsAt: endsAt + 5_000, limitMs: 20_000 });
    expect(game.last().events[0]?.event).toEqual({
      type: "game_resumed",
      payload: { startTime: new Date(startsAt + 5_000).toISOString(), endTime: new Date(endsAt + 5_000).toISOString() },
    });
  });

  it("is refused twice in a row, and where a manual pace waits for the host anyway", () => {
    expect(playTo("question").host("pause").try({ name: "pause" })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect(playTo("reveal").try({ name: "pause" })).toEqual({ ok: false, error: "WRONG_PHASE" });
  });

  it("ends when the host moves the game on instead, and says so", () => {
    const game = playTo("question").host("pause").wait(2_000).host("reveal");
    expect(game.state().paused).toBeNull();
    expect(game.eventTypes()).toEqual(["game_resumed", "question_closed", "phase_changed", "leaderboard_changed"]);
    expect(game.logTypes()).toEqual(["GAME_RESUMED", "QUESTION_CLOSED", "PHASE_CHANGED"]);
    expect(game.state().seq).toBe(4);
  });

  it("loses nothing of an overdue wait either", () => {
    const game = playTo("question").wait(1_000_000).host("pause");
    expect(game.state().paused?.remainingMs).toBe(0);
    game.wait(9_000).host("resume");
    expect(game.state().dueAt).toBe(game.now());
    game.give({ name: "tick" });
    expect(game.state().position.phase).toBe("reveal");
  });

  it("goes with locking and unlocking", () => {
    const game = playTo("question").host("pause", "lock");
    expect(game.state()).toMatchObject({ locked: true, paused: { at: game.now() } });
  });
});

describe("extending", () => {
  it("gives more time and measures answers against it", () => {
    const game = playTo("question");
    const { endsAt } = positionOf(game.state(), "question");
    const dueAt = game.state().dueAt ?? 0;
    game.give({ name: "extend", seconds: 10 });
    expect(game.state().position).toMatchObject({ endsAt: endsAt + 10_000, limitMs: 30_000 });
    expect(game.state().dueAt).toBe(dueAt + 10_000);
    expect(game.last().events).toEqual([
      { event: { type: "question_extended", payload: { questionId: quiz.questions[0]?.id, endTime: new Date(endsAt + 10_000).toISOString() } } },
    ]);
    expect(game.last().logged[0]).toMatchObject({ type: "QUESTION_EXTENDED", body: { addedMs: 10_000, limitMs: 30_000, endsAt: endsAt + 10_000 } });
  });

  it("stops at ten minutes in all, and is refused once they are reached", () => {
    const game = playTo("question").give({ name: "extend", seconds: 600 });
    expect(game.state().position).toMatchObject({ limitMs: 600_000 });
    expect(game.try({ name: "extend", seconds: 1 })).toEqual({ ok: false, error: "WRONG_PHASE" });
  });

  it("adds to what is left of a paused question", () => {
    const game = playTo("question").host("pause");
    const leftMs = game.state().paused?.remainingMs ?? 0;
    game.wait(4_000).give({ name: "extend", seconds: 5 });
    expect(game.state().paused?.remainingMs).toBe(leftMs + 5_000);
    game.host("resume");
    expect(game.state().dueAt).toBe(game.now() + leftMs + 5_000);
  });
});

describe("going back", () => {
  it("shows the reveal of the round once more, counts nothing again, and leads on as before", () => {
    const game = playTo("standings").host("back");
    expect(game.state().position).toMatchObject({ phase: "reveal", round: 1 });
    expect(game.last()).toMatchObject({ board: "keep", logged: [{ type: "PHASE_CHANGED", body: { by: "host", from: "standings", to: "reveal" } }] });
    expect(game.eventTypes()).toEqual(["phase_changed"]);
    expect(game.host("next").state().position.phase).toBe("standings");
  });
});

describe("voiding", () => {
  it.each<[Phase, HostCommandName[]]>([["reveal", []], ["standings", ["next"]], ["podium", ["next", "next"]]])("takes the question's points back in %s, and the game stays there", (phase, way) => {
    const game = playTo("reveal", {}, short);
    for (const name of way) if (name !== "extend") game.host(name);
    const before = game.state();
    expect(game.host("void").state()).toEqual({ ...before, seq: before.seq + 1, skippedRounds: [1] });
    expect(before.position.phase).toBe(phase);
    expect(game.last()).toMatchObject({ board: "restore", logged: [{ type: "ROUND_VOIDED", body: { round: 1 } }] });
    expect(game.eventTypes()).toEqual(["question_voided", "leaderboard_changed"]);
  });

  it("tells no board to players who are to see none", () => {
    expect(playTo("reveal", { leaderboard: "end" }).host("void").eventTypes()).toEqual(["question_voided"]);
  });

  it("can't be done twice, or to a question that was skipped", () => {
    expect(playTo("reveal").host("void").try({ name: "void" })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect(playTo("podium").try({ name: "void" })).toEqual({ ok: false, error: "WRONG_PHASE" });
  });
});

describe("skipping", () => {
  it("leaves a question out that was not yet open", () => {
    const game = playTo("countdown").host("skip");
    expect(game.state()).toMatchObject({ skippedRounds: [1], position: { phase: "countdown", round: 2 } });
    expect(game.eventTypes()).toEqual(["question_skipped", "phase_changed"]);
    expect(game.last()).toMatchObject({ board: "keep", logged: [{ type: "ROUND_SKIPPED", body: { round: 1, opened: false } }, { type: "PHASE_CHANGED" }] });
  });

  it("takes an open question back, with the points that it gave", () => {
    const game = playTo("question").host("skip");
    expect(game.last()).toMatchObject({ board: "restore", logged: [{ type: "ROUND_SKIPPED", body: { round: 1, opened: true } }, { type: "PHASE_CHANGED" }] });
    expect(game.eventTypes()).toEqual(["question_skipped", "phase_changed"]);
  });

  it("shows the board as it was where players had seen the points", () => {
    const game = playTo("question", { feedback: "instant", leaderboard: "live" }).host("skip");
    expect(game.eventTypes()).toEqual(["question_skipped", "leaderboard_changed", "phase_changed"]);
  });

  it("goes to the podium from the last round", () => {
    expect(playTo("question", {}, short).host("skip").state().position).toMatchObject({ phase: "podium", round: 1 });
  });
});

describe("ending", () => {
  it.each<[Phase, boolean]>([["lobby", true], ["countdown", true], ["question", true], ["reveal", true], ["standings", true], ["podium", false]])(
    "goes straight to the final standings from the phase %s (interrupted: %s)",
    (phase, interrupted) => {
      const game = playTo(phase).host("end");
      expect(game.state()).toMatchObject({ dueAt: null, paused: null, position: { phase: "ended", interrupted } });
      expect(game.last().events.at(-1)).toEqual({ event: { type: "quiz_ended", payload: interrupted ? { interrupted: true } : {} }, attach: "board" });
      expect(game.last().logged.at(-1)).toMatchObject({ type: "GAME_ENDED", body: { by: "host", interrupted } });
    },
  );

  it("closes an open question first: the answers given count", () => {
    const game = playTo("question").host("end");
    expect(game.eventTypes()).toEqual(["question_closed", "phase_changed", "quiz_ended"]);
    expect(game.last()).toMatchObject({ board: "keep" });
    expect(game.logTypes()).toEqual(["QUESTION_CLOSED", "PHASE_CHANGED", "GAME_ENDED"]);
  });

  it("shows no board where none may be shown", () => {
    const game = playTo("lobby", { leaderboard: "never" }).host("end");
    expect(game.last().events.at(-1)).toEqual({ event: { type: "quiz_ended", payload: { finalLeaderboard: [], interrupted: true } } });
  });

  it("remembers the rounds left out", () => {
    const game = playTo("podium").host("next");
    expect(game.last().logged.at(-1)).toEqual({ type: "GAME_ENDED", body: { by: "host", round: 3, interrupted: false, skippedRounds: [1, 2, 3] } });
  });
});

describe("the leaderboard setting", () => {
  it.each<[GameSettingsInput, boolean, Phase]>([
    [{ leaderboard: "reveal" }, true, "standings"],
    [{ leaderboard: "live" }, true, "standings"],
    [{ leaderboard: "live", feedback: "instant" }, false, "standings"],
    [{ leaderboard: "end" }, false, "countdown"],
    [{ leaderboard: "never" }, false, "countdown"],
  ])("%j: board at the reveal %s, then %s", (settings, shown, then) => {
    const game = playTo("question", settings).host("reveal");
    expect(game.eventTypes().includes("leaderboard_changed")).toBe(shown);
    expect(game.host("next").state().position.phase).toBe(then);
  });

  it.each<[GameSettingsInput["leaderboard"], string[]]>([
    ["end", ["leaderboard_changed", "phase_changed"]],
    ["reveal", ["phase_changed"]],
    ["never", ["phase_changed"]],
  ])("%s: the podium comes with %j", (leaderboard, types) => {
    const game = playTo("reveal", { leaderboard }, short);
    game.host("next");
    if (game.state().position.phase === "standings") game.host("next");
    expect(game.state().position.phase).toBe("podium");
    expect(game.eventTypes()).toEqual(types);
  });
});

describe("a game that walks by itself", () => {
  it("shows a reveal for six seconds and the time to read, standings for five, the podium for ten", () => {
    const game = playTo("question", { pace: "auto" }).tick();
    const spans: [Phase, number][] = [];
    while (game.state().position.phase !== "countdown") {
      spans.push([game.state().position.phase, (game.state().dueAt ?? 0) - game.now()]);
      game.tick();
    }
    expect(spans).toEqual([["reveal", 12_000], ["standings", 5_000]]);
    const podium = playTo("podium", { pace: "auto" });
    expect(podium.last().events.at(-1)).toMatchObject({ event: { payload: { phase: "podium", endTime: new Date(podium.now() + 10_000).toISOString() } } });
    expect(podium.tick().state().position).toMatchObject({ phase: "ended", interrupted: false });
  });

  it("comes to its end with nobody there", () => {
    const game = play({ pace: "auto" });
    game.host("start");
    while (game.state().dueAt !== null) game.tick();
    expect(game.state().position).toMatchObject({ phase: "ended", interrupted: false, round: 3 });
  });
});

describe("a forgotten game", () => {
  it.each<[Phase, number, boolean]>([
    ["lobby", FORGOTTEN_MS.lobby, true],
    ["reveal", FORGOTTEN_MS.wait, true],
    ["standings", FORGOTTEN_MS.wait, true],
    ["podium", FORGOTTEN_MS.podium, false],
  ])("in the phase %s ends after %i ms", (phase, forgottenMs, interrupted) => {
    const game = playTo(phase);
    expect((game.state().dueAt ?? 0) - game.now()).toBe(forgottenMs);
    expect(game.tick().state().position).toMatchObject({ phase: "ended", interrupted });
    expect(game.last().logged.at(-1)).toMatchObject({ body: { by: "clock" } });
  });

  it("ends after six hours of a pause, too", () => {
    const game = playTo("question").host("pause");
    expect((game.state().dueAt ?? 0) - game.now()).toBe(FORGOTTEN_MS.wait);
    expect(game.tick().state().position.phase).toBe("ended");
    expect(game.eventTypes()).toEqual(["game_resumed", "question_closed", "phase_changed", "quiz_ended"]);
  });
});

describe("rounds that nobody can get right", () => {
  const shown = versionOf(storeQuiz(quizDraftSchema.parse({
    title: "Shown",
    questions: [{ type: "slide", text: "# Hello" }, { type: "poll", text: "How?", options: [{ text: "So" }, { text: "So so" }] }, { type: "slide", text: "Bye" }],
  }), idsFrom()));
  const steps = (settings: GameSettingsInput) => play(settings, shown).host("start").tick();

  it("are left without standings, which they can't have changed", () => {
    const game = steps({}).host("reveal").tick().host("reveal");
    expect(game.state().position).toMatchObject({ phase: "reveal", round: 2 });
    expect(game.host("next").state().position).toMatchObject({ phase: "countdown", round: 3 });
  });

  it("lead on where a slide is closed by its host, and tell that it is closed", () => {
    const game = steps({}).host("reveal");
    expect(game.state().position).toMatchObject({ phase: "countdown", round: 2 });
    expect(game.eventTypes()).toEqual(["question_closed", "phase_changed"]);
    expect(game.logTypes()).toEqual(["QUESTION_CLOSED", "PHASE_CHANGED"]);
    expect(steps({}).host("reveal").tick().host("reveal", "next").tick().host("reveal").state().position.phase).toBe("podium");
  });

  it("stay on screen after their time until the host moves on, and not where the game walks by itself", () => {
    const waiting = steps({}).tick();
    expect(waiting.state().position.phase).toBe("reveal");
    expect(waiting.host("next").state().position).toMatchObject({ phase: "countdown", round: 2 });
    expect(steps({ pace: "auto" }).tick().state().position).toMatchObject({ phase: "countdown", round: 2 });
  });

  it("are not closed because nobody is left to answer", () => {
    expect(steps({}).try({ name: "everyone-answered", round: 1 })).toEqual({ ok: false, error: "NOT_DUE" });
  });
});
