// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { BoardsPage } from "./BoardsPage";
import { LeaguePage } from "./LeaguePage";

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/boards" }));

const me = newId();
const row = (rank: number, username: string, score: number, userId = newId()) => ({ rank, userId, username, score });
const noBests = { total: 0, bestResult: null, bestWeek: null, bestMonth: null, weeksInARow: 0, mostWeeksInARow: 0 };
const account = () => ({ userId: me, username: "Ann", email: "a@example.org", roles: ["learner"], locale: "en" });

it("shows the top with shared places, marks the own row, and goes over to another view", async () => {
  fakeApi({
    "account.me": account,
    "boards.top": () => ({ rows: [row(1, "Ben", 1_200), row(1, "Cat", 1_200), row(3, "Ann", 900, me)], at: 0, stale: false }),
    "boards.around": () => ({ rows: [row(3, "Ann", 900, me)], total: 3, offset: 2 }),
    "boards.bests": () => ({ ...noBests, total: 900, bestResult: { points: 900, at: "2026-11-20T09:00:00.000Z" }, bestWeek: { period: "2026-47", points: 900 }, weeksInARow: 2, mostWeeksInARow: 4 }),
  });
  const { user } = renderPage(<BoardsPage />);
  const board = within(await screen.findByRole("table", { name: "This week, Top" }));
  expect(board.getAllByRole("row").slice(1).map((each) => each.textContent)).toEqual(["1Ben1,200", "1Cat1,200", expect.stringMatching(/^3Ann(you)?900$/)]);
  expect(await board.findByText("you")).toBeDefined();
  expect(screen.getByText("Best week").nextSibling?.textContent).toBe("900");
  await user.click(screen.getByRole("radio", { name: "Around me" }));
  expect(await screen.findByRole("table", { name: "This week, Around me" })).toBeDefined();
});

it("says what is missing for the board of one's country, and what to do when a board can't be read", async () => {
  let broken = true;
  fakeApi({
    "account.me": account, "boards.bests": () => noBests,
    "boards.top": ({ scope }: { scope: string }) => {
      if (scope === "country") throw refusal("INVALID");
      if (broken) throw refusal("RATE_LIMITED");
      return { rows: [], at: 0, stale: true };
    },
  });
  const { user } = renderPage(<BoardsPage />);
  const retry = await screen.findByRole("button", { name: "Try again" });
  broken = false;
  await user.click(retry);
  expect(await screen.findByText("Nobody is on this board yet")).toBeDefined();
  expect(screen.getByText("Not up to date")).toBeDefined();
  await user.click(screen.getByRole("radio", { name: "My country" }));
  expect(await screen.findByText("Your profile names no country")).toBeDefined();
  expect(screen.getByRole("link", { name: "To your profile" }).getAttribute("href")).toBe("/account");
});

it("shows the league with what it leads to, the weeks before, and keeps what one chooses", async () => {
  let showsName = false;
  const player = (rank: number, name: string, outcome: string, isMe = false) => ({ rank, name, avatar: 0, points: 100 - rank, outcome, isMe });
  const api = fakeApi({
    "league.mine": () => ({
      tier: 2, tiers: 7, takesPart: true, showsName, week: "2026-47", endsAt: "2026-11-23T00:00:00.000Z",
      rows: [player(1, "Brave Otter", "up"), player(2, "Ann", "stay", true), player(3, "Calm Bear", "down")], past: [{ week: "2026-46", tier: 1, players: 30, points: 500, rank: 4, outcome: "up" }],
    }),
    "league.choose": (input: { showsName?: boolean }) => void (showsName = input.showsName ?? showsName),
  });
  const { user } = renderPage(<LeaguePage />);
  expect(await screen.findByRole("heading", { name: "Flame league", level: 1 })).toBeDefined();
  const league = within(screen.getByRole("table", { name: "Your league this week" }));
  expect(league.getAllByRole("row").slice(1).map((each) => each.textContent)).toEqual(["1Brave OtterGoes up99", "2AnnyouStays98", "3Calm BearGoes down97"]);
  expect(screen.getByText("Place 4 of 30")).toBeDefined();
  await user.click(screen.getByRole("checkbox", { name: /Show my name/ }));
  expect(api.inputsOf("league.choose")).toEqual([{ showsName: true }]);
  expect(await screen.findByRole("checkbox", { name: /Show my name/, checked: true })).toBeDefined();
});
