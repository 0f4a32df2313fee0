import { describe, expect, it } from "vitest";
import { ánhTuyết, kwame, standing } from "../testing/messages";
import type { ParticipantId } from "@quickfire/engine";
import { podiumOf } from "./podium-places";

const person = (number: number) => `a1a1a1a1-0000-4000-8000-00000000001${number}` as ParticipantId;

describe("podiumOf", () => {
  it("puts the winner in the middle, the second on the left, and lists the rest", () => {
    const board = [standing(kwame, 900, 1), standing(ánhTuyết, 700, 2), standing(person(3), 500, 3), standing(person(4), 100, 4)];
    const { columns, rest } = podiumOf(board);
    expect(columns.map(({ row, height, turn }) => [row.rank, height, turn])).toEqual([[2, "second", 1], [1, "first", 2], [3, "third", 0]]);
    expect(rest).toEqual(board.slice(3));
  });
  it("lets those who tie stand equally high and come up together", () => {
    const { columns } = podiumOf([standing(kwame, 900, 1), standing(ánhTuyết, 700, 2), standing(person(3), 700, 2)]);
    expect(columns.map(({ height, turn }) => [height, turn])).toEqual([["second", 0], ["first", 1], ["second", 0]]);
  });
  it("is content with one player, or none", () => {
    expect(podiumOf([standing(kwame, 0, 1)]).columns).toHaveLength(1);
    expect(podiumOf([])).toEqual({ columns: [], rest: [] });
  });
});
