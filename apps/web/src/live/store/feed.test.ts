import * as fc from "fast-check";
import type { YourStanding } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { ánhTuyết, instant, kwame, numbered, openQuestion, questionId, roundOfEvents, snapshotMessage, standing } from "../testing/messages";
import { boardAdapter } from "./board";
import { emptyFeed, type Feed, receiveMessage } from "./feed";
import type { FeedMessage } from "./feed-message";

const receiveAll = (feed: Feed, messages: readonly FeedMessage[]): Feed => messages.reduce(receiveMessage, feed);
const begun = receiveMessage(emptyFeed, snapshotMessage("e1.0"));
const twoRounds = numbered(
  [...roundOfEvents(), ...roundOfEvents(openQuestion({ questionId: "c0c0c0c0-0000-4000-8000-000000000002", round: 2 }))],
  0,
);

describe("receiveMessage", () => {
  it("comes to the same game however often events are doubled", () => {
    const once = receiveAll(begun, twoRounds);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: twoRounds.length, maxLength: twoRounds.length }), (copies) => {
        const doubled = twoRounds.flatMap((message, index) => Array.from({ length: copies[index] ?? 1 }, () => message));
        expect(receiveAll(begun, doubled)).toEqual(once);
      }),
    );
  });

  it("comes to the same game when a resumed feed repeats any stretch of what was heard", () => {
    const once = receiveAll(begun, twoRounds);
    fc.assert(
      fc.property(fc.nat(twoRounds.length), fc.nat(twoRounds.length), (cut, back) => {
        const repeatedFrom = Math.max(0, cut - back);
        expect(receiveAll(begun, [...twoRounds.slice(0, cut), ...twoRounds.slice(repeatedFrom)])).toEqual(once);
      }),
    );
  });

  it("never goes back in time when events are reordered, and a snapshot puts right whatever was missed", () => {
    const healing = snapshotMessage("e1.16", { phase: "standings", round: 2, seq: 23, leaderboard: [standing(kwame, 1800, 1), standing(ánhTuyết, 800, 2)] });
    fc.assert(
      fc.property(fc.shuffledSubarray(twoRounds, { minLength: 1 }), (shuffled) => {
        let feed = begun;
        let latest = 0;
        for (const message of shuffled) {
          feed = receiveMessage(feed, message);
          const number = feed.position?.number ?? 0;
          expect(number).toBeGreaterThanOrEqual(latest);
          latest = number;
        }
        // Either nothing was skipped, or the feed knows that it needs a snapshot.
        expect(feed.behind || shuffled.every((message, index) => message.id === `e1.${index + 1}`) || latest === 0).toBe(true);
        const healed = receiveMessage(feed, healing);
        expect(healed.behind).toBe(false);
        expect(healed.game).toMatchObject({ phase: "standings", round: 2, seq: 23 });
        expect(boardAdapter.getSelectors().selectAll(healed.board)).toMatchObject([{ score: 1800 }, { score: 800 }]);
      }),
    );
  });

  it("ignores a snapshot that is older than what is known", () => {
    const feed = receiveAll(begun, twoRounds);
    expect(receiveMessage(feed, snapshotMessage("e1.3"))).toBe(feed);
  });

  it("asks for a snapshot when an event belongs to a rebuilt state, and begins anew with it", () => {
    const lost = receiveMessage(begun, { type: "game_locked", payload: { locked: true }, id: "e2.1" });
    expect(lost).toMatchObject({ behind: true, position: { epoch: "e1" } });
    const back = receiveMessage(lost, snapshotMessage("e2.5", { locked: true }));
    expect(back).toMatchObject({ behind: false, position: { epoch: "e2", number: 5 }, game: { locked: true } });
  });

  it("knows nothing before the first snapshot, and says so", () => {
    expect(receiveAll(emptyFeed, twoRounds.slice(0, 1))).toMatchObject({ game: null, behind: true });
  });

  it("takes each round's question through to its standings and drops it at the next countdown", () => {
    const [countdown, opened, , , closed, , board, standings, nextCountdown] = twoRounds;
    if (!countdown || !opened || !closed || !board || !standings || !nextCountdown) throw new Error("two rounds have more events");
    const atQuestion = receiveAll(begun, twoRounds.slice(0, 3));
    expect(atQuestion.game).toMatchObject({ phase: "question", question: { questionId }, phaseEnd: instant(30_000), closed: null });
    const extended = receiveAll(begun, twoRounds.slice(0, 4));
    expect(extended.game).toMatchObject({ phaseEnd: instant(40_000), question: { endTime: instant(40_000) } });
    const atStandings = receiveAll(begun, twoRounds.slice(0, 8));
    expect(atStandings.game).toMatchObject({ phase: "standings", question: { questionId }, closed: { correct: ["opt-b"] } });
    expect(receiveAll(begun, twoRounds.slice(0, 9)).game).toMatchObject({ phase: "countdown", round: 2, question: null, closed: null });
  });

  it("measures movement on the board from the opening of the round", () => {
    const board = (one: number, other: number) => [standing(kwame, one, one > other ? 1 : 2), standing(ánhTuyết, other, one > other ? 2 : 1)].sort((a, b) => a.rank - b.rank);
    const feed = receiveAll(
      receiveMessage(emptyFeed, snapshotMessage("e1.0", { leaderboard: board(900, 400) })),
      numbered(
        [
          { type: "new_question", payload: openQuestion({ round: 2 }) },
          { type: "leaderboard_changed", payload: { leaderboard: board(900, 700) } },
          { type: "leaderboard_changed", payload: { leaderboard: board(900, 1200) } },
        ],
        0,
      ),
    );
    expect(boardAdapter.getSelectors().selectAll(feed.board)).toMatchObject([
      { participantId: ánhTuyết, rank: 1, before: { rank: 2, score: 400 } },
      { participantId: kwame, rank: 2, before: { rank: 1, score: 900 } },
    ]);
  });

  const standingOfRound2: YourStanding = { questionId: openQuestion({ questionId: "c0c0c0c0-0000-4000-8000-000000000002" }).questionId, correct: true, points: 900, streak: 1, score: 900, rank: 2, gapToNext: 30 };
  it("keeps one's own standing apart from the events' numbers, and the rank from before the round", () => {
    const feed = receiveAll(begun, [
      ...twoRounds.slice(0, 14),
      { type: "your_standing", id: "e1.13", payload: standingOfRound2 },
      { type: "your_standing", id: "e1.13", payload: standingOfRound2 },
    ]);
    expect(feed.game?.you).toMatchObject({ score: 900, rank: 2, rankBefore: 1, gapToNext: 30, last: { correct: true, points: 900 } });
    expect(feed.position?.number).toBe(14);
    const stale = receiveMessage(feed, { type: "your_standing", id: "e1.2", payload: { streak: 0, score: 0, rank: 1 } });
    expect(stale).toBe(feed);
  });

  it("freezes while paused and goes on with the new deadline", () => {
    const open = receiveAll(begun, twoRounds.slice(0, 3));
    const paused = receiveMessage(open, { type: "game_paused", payload: {}, id: "e1.4" });
    expect(paused.game).toMatchObject({ paused: true, phase: "question" });
    const resumed = receiveMessage(paused, { type: "game_resumed", payload: { endTime: instant(60_000) }, id: "e1.5" });
    expect(resumed.game).toMatchObject({ paused: false, phaseEnd: instant(60_000), question: { endTime: instant(60_000) } });
  });

  it("marks the player as removed only when they are the one", () => {
    const other = receiveMessage(begun, { type: "participant_removed", payload: { participantId: kwame }, id: "e1.1" });
    expect(other.game?.removed).toBe(false);
    expect(receiveMessage(other, { type: "participant_removed", payload: { participantId: ánhTuyết }, id: "e1.2" }).game?.removed).toBe(true);
  });

  it("calls somebody by the name that the host gave them, wherever they are shown", () => {
    const shown = receiveAll(begun, [...twoRounds.slice(0, 8), { type: "participant_renamed", payload: { participantId: ánhTuyết, name: "Mai" }, id: "e1.9" }]);
    expect(shown.game?.you?.name).toBe("Mai");
    expect(boardAdapter.getSelectors().selectAll(shown.board).map(({ name }) => name)).toEqual(["Kwame", "Mai"]);
  });

  it("remembers that a question was taken back until the next one, and that nobody earned anything by it", () => {
    const voided = receiveAll(begun, [
      ...twoRounds.slice(0, 6),
      { type: "your_standing", id: "e1.6", payload: { questionId: openQuestion().questionId, correct: true, points: 900, streak: 1, score: 900, rank: 1 } },
      { type: "question_voided", payload: { questionId: openQuestion().questionId, round: 1 }, id: "e1.7" },
      { type: "your_standing", id: "e1.7", payload: { streak: 0, score: 0, rank: 1 } },
    ]);
    expect(voided.game).toMatchObject({ voided: true, phase: "reveal", seq: 13, you: { score: 0, last: null } });
    const later = receiveAll(voided, [{ type: "phase_changed", payload: { phase: "countdown", round: 2, rounds: 3, seq: 14 }, id: "e1.8" }]);
    expect(later.game?.voided).toBe(false);
  });

  it("comes to the same game without the boards that a slow reader is spared", () => {
    const withoutBoards = twoRounds.filter(({ type }) => type !== "leaderboard_changed");
    expect(receiveAll(begun, withoutBoards).game).toEqual(receiveAll(begun, twoRounds).game);
  });
});
