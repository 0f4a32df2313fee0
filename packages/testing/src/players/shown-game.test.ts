import { describe, expect, it } from "vitest";
import { nothingShown, show, type ShownGame } from "./shown-game";
import type { WireMessage } from "./wire.types";

const phase = (number: number, name: string, epoch = "1-a"): WireMessage => ({ type: "phase_changed", id: `${epoch}.${number}`, payload: { phase: name, round: 1 } });
const showAll = (messages: readonly WireMessage[], game: ShownGame = nothingShown) => messages.reduce(show, game);

describe("what a player's screen shows", () => {
  it("is the same however often and however late an event comes again", () => {
    const [first, second] = [phase(1, "question"), phase(2, "reveal")];
    const shown = showAll([first, second, first, second, first]);
    expect(shown).toMatchObject({ phase: "reveal", number: 2, stale: 3 });
  });

  it("takes the events of a new epoch, whatever their numbers", () => {
    expect(showAll([phase(7, "reveal"), phase(1, "question", "2-b")])).toMatchObject({ phase: "question", epoch: "2-b", number: 1 });
  });

  it("takes what is personal without moving its position", () => {
    const shown = showAll([phase(3, "reveal"), { type: "your_standing", id: "1-a.9", payload: { streak: 1, score: 900, rank: 2 } }]);
    expect(shown).toMatchObject({ score: 900, number: 3 });
  });
});
