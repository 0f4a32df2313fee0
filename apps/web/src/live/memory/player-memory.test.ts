// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { recallPlayer, rememberPlayer } from "./player-memory";

const player = { gameId: "game-1", participantId: "p", token: "signed", name: "Ánh Tuyết", pin: "482913" };
const day = 24 * 60 * 60_000;

beforeEach(() => localStorage.clear());

describe("the memory of who one is", () => {
  it("outlasts a reload", () => {
    rememberPlayer(player, 0);
    expect(recallPlayer("game-1")).toEqual(player);
    expect(recallPlayer("game-2")).toBeNull();
  });

  it("is not fooled by what something else left in its place", () => {
    for (const kept of ["not json", "null", "[]", '{"token":1}']) {
      localStorage.setItem("quickfire.player.game-1", kept);
      expect(recallPlayer("game-1")).toBeNull();
    }
  });

  it("drops games whose token can no longer be used, and their rounds", () => {
    rememberPlayer(player, 0);
    localStorage.setItem("quickfire.rounds.game-1", "[]");
    rememberPlayer({ ...player, gameId: "game-2" }, 8 * day);
    expect(recallPlayer("game-1")).toBeNull();
    expect(localStorage.getItem("quickfire.rounds.game-1")).toBeNull();
    expect(recallPlayer("game-2")).toMatchObject({ pin: "482913" });
  });
});
