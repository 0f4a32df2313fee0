// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { RacePart } from "./RacePart";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const gameId = "1803a845-e7d0-4ec3-991d-db3bea342986";
const [mai, zoë] = [newId(), newId()];
const standing = (participantId: string, name: string, rank: number, score: number, gained: number) => ({ participantId, name, avatar: 7, rank, score, gained });
const rounds = [
  { round: 1, questionId: newId(), text: "Yesterday I ___ home.", front: [standing(mai, "Mai", 1, 900, 900), standing(zoë, "Zoë", 2, 0, 0)] },
  { round: 2, questionId: newId(), text: "Farbe", front: [standing(zoë, "Zoë", 1, 950, 950), standing(mai, "Mai", 2, 900, 0)] },
  { round: 4, questionId: newId(), text: "Big", front: [standing(mai, "Mai", 1, 1_700, 800), standing(zoë, "Zoë", 2, 950, 0)] },
];

async function openRace(players = 2) {
  fakeApi({ "game.race": () => ({ players, rounds }) });
  const page = renderPage(<RacePart gameId={gameId} running={false} />);
  const line = await screen.findByRole("slider", { name: "Question" });
  return { ...page, where: () => line.getAttribute("aria-valuetext"), line };
}

const tick = () => act(async () => { await vi.advanceTimersByTimeAsync(1_600); });

afterEach(() => vi.useRealTimers());

describe("the replay", () => {
  it("plays by itself to the last question, and once more from the first", async () => {
    const { where } = await openRace();
    vi.useFakeTimers();
    expect(where()).toBe("After question 1:");
    fireEvent.click(screen.getByRole("button", { name: "Play" }));
    expect(within(screen.getByRole("region", { name: "Replay" })).getByRole("status").textContent).toBe("");
    await tick();
    expect(where()).toBe("After question 2:");
    await tick();
    expect(where()).toBe("After question 4:");
    expect(within(screen.getByRole("region", { name: "Replay" })).getByRole("status").textContent).toBe("After question 4: Mai is in front with 1,700 points.");
    fireEvent.click(screen.getByRole("button", { name: "Play again" }));
    expect(where()).toBe("After question 1:");
    expect(screen.getByRole("button", { name: "Pause" })).toBeDefined();
  });

  it("stops where it is paused, and wherever a step is taken by hand", async () => {
    const { where, line } = await openRace();
    vi.useFakeTimers();
    fireEvent.click(screen.getByRole("button", { name: "Play" }));
    fireEvent.click(screen.getByRole("button", { name: "Pause" }));
    await tick();
    expect(where()).toBe("After question 1:");
    fireEvent.click(screen.getByRole("button", { name: "Play" }));
    fireEvent.change(line, { target: { value: "1" } });
    await tick();
    expect(where()).toBe("After question 2:");
    fireEvent.click(screen.getByRole("button", { name: "One question on" }));
    fireEvent.click(screen.getByRole("button", { name: "One question on" }));
    expect(where()).toBe("After question 4:");
    fireEvent.click(screen.getByRole("button", { name: "One question back" }));
    expect(where()).toBe("After question 2:");
  });

  it("stands whole in a table, and says how many are not shown", async () => {
    await openRace(12);
    const rows = within(screen.getByRole("table")).getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["Player", "Question 1", "Question 2", "Question 4"],
      ["Mai", "1. 900", "2. 900", "1. 1,700"],
      ["Zoë", "2. 0", "1. 950", "2. 950"],
    ]);
    expect(screen.getByText("10 more players behind")).toBeDefined();
  });

  it("says where there is nothing to replay", async () => {
    fakeApi({ "game.race": () => ({ players: 3, rounds: [] }) });
    renderPage(<RacePart gameId={gameId} running />);
    expect(await screen.findByText("Nothing to replay yet")).toBeDefined();
  });
});
