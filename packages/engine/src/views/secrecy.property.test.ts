import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anInstant, factsOf, gameOf, idsFrom, participantNumber, quizDraft, settings, versionOf } from "../../test/arbitraries";
import { someAnswerTo } from "../../test/answers-to";
import { otherwiseAnswered } from "../../test/otherwise-answered";
import { questionOf } from "../game-clock";
import type { GameCommand, GameState } from "../game-state";
import { createGameModel } from "../model/game-model";
import { completeEvent } from "../planned-event";
import { storeQuiz, type QuizDraft, type QuizVersion } from "../quiz";
import { transition } from "../transition";
import { snapshotView } from "./snapshot-view";

/** Two quizzes between which nobody may be able to tell until the reveal. */
const twins: fc.Arbitrary<[QuizVersion, QuizVersion]> = quizDraft({ maxQuestions: 4 }).map((draft: QuizDraft) => {
  const twin = { ...draft, questions: draft.questions.map(otherwiseAnswered) };
  return [versionOf(storeQuiz(draft, idsFrom())), versionOf(storeQuiz(twin, idsFrom()))];
});

const simple = ["start", "pause", "resume", "reveal", "skip", "void", "next", "back", "lock", "unlock"] as const;
const commands = fc.array(
  fc.oneof(fc.constantFrom(...simple).map((name): GameCommand => ({ name })), fc.constant<GameCommand>({ name: "tick" }), fc.constant<GameCommand>({ name: "extend", seconds: 9 })),
  { maxLength: 40 },
);

const pieces = { node: "n1", participants: 3, leaderboard: [] };

/** All that anyone can be told while the commands are given, less what the reveals are there to tell. */
function told(quiz: QuizVersion, first: GameState, given: GameCommand[]): unknown[] {
  let [state, now] = [first, anInstant];
  return given.flatMap((command): unknown[] => {
    now = command.name === "tick" ? (state.dueAt ?? now) : now + 50;
    const moved = transition(state, command, now, quiz);
    if (!moved.ok) return [moved.error];
    state = moved.value.state;
    const events = moved.value.events.map((planned) => completeEvent(planned, { tally: () => ({ answered: 0, right: 0 }), board: () => [] }));
    const { closed, ...snapshot } = snapshotView({ state, quiz, now }, { ...pieces, tally: { answered: 0, right: 0 } });
    const hasReveal = ["reveal", "standings"].includes(state.position.phase);
    return [snapshot, hasReveal ? closed?.questionId : closed, ...events.map((event) => (event.type === "question_closed" ? event.payload.questionId : event))];
  });
}

describe("before the reveal", () => {
  it("nothing that is told depends on which answer is right", () => {
    fc.assert(
      fc.property(twins, settings, commands, ([quiz, twin], given, orders) => {
        expect(told(twin, gameOf(twin, given), orders)).toEqual(told(quiz, gameOf(quiz, given), orders));
      }),
      { numRuns: 300 },
    );
  });

  it("nothing that a player learns by answering depends on it either, where feedback waits", () => {
    const answers = fc.array(fc.record({ who: fc.nat(2), pick: fc.nat(8), afterMs: fc.nat(400) }), { maxLength: 12 });
    fc.assert(
      fc.property(twins, settings, answers, (quizzes, given, tries) => {
        const [left, right] = quizzes.map((quiz) => {
          const model = createGameModel({ facts: factsOf(quiz, { ...given, feedback: "reveal" }), quiz, now: anInstant });
          for (const who of [0, 1, 2]) model.join({ participantId: participantNumber(who), name: `Player ${"abc"[who]}` }, anInstant);
          model.command({ name: "start" }, anInstant);
          let now = model.state().dueAt ?? anInstant;
          model.command({ name: "tick" }, now);
          const question = questionOf(quiz, 1);
          const seen = tries.map(({ who, pick, afterMs }) => {
            now += afterMs;
            const receipt = model.answer({ participantId: participantNumber(who), questionId: question.id, raw: { answer: someAnswerTo(question, pick) }, receivedAt: now });
            return [receipt, model.standing(participantNumber(who)), model.leaderboard()];
          });
          return { seen, events: model.events };
        });
        expect(left).toEqual(right);
      }),
      { numRuns: 300 },
    );
  });
});
