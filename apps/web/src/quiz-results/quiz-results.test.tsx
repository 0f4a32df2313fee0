// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { QuizResultsPage } from "./QuizResultsPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const [quizId, first, second] = [newId(), newId(), newId()];
const results = (more: Record<string, unknown> = {}) => ({
  quizId, title: "Past tense", isOwner: true,
  games: [
    { gameId: first, title: "Past tense", startedAt: "2026-11-13T09:00:00Z", participants: 28, answered: 50, right: 20 },
    { gameId: second, title: "Past tense", startedAt: "2026-11-20T09:00:00Z", participants: 1, answered: 0, right: 0 },
  ],
  questions: [
    { questionId: newId(), type: "choice", text: "Yesterday I ___ home.", games: [{ gameId: first, answered: 3, right: 1 }, { gameId: second, answered: 3, right: 2 }] },
    { questionId: newId(), type: "typed", text: "Farbe", games: [{ gameId: first, answered: 4, right: 3 }, { gameId: second, answered: 4, right: 2 }] },
    { questionId: newId(), type: "typed", text: "New", games: [{ gameId: second, answered: 2, right: 2 }] },
  ],
  ...more,
});

describe("the games of a quiz over time", () => {
  it("stand with their share of right answers, each leading to its report", async () => {
    fakeApi({ "quiz.results": () => results() });
    renderPage(<QuizResultsPage quizId={quizId} />);
    expect(await screen.findByRole("heading", { name: "All games of “Past tense”" })).toBeDefined();
    const games = within(screen.getByRole("region", { name: /^Right answers by game/ }));
    expect(games.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["November 13, 2026, 09:0028 players40%", "November 20, 2026, 09:001 player–"]);
    expect(games.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([`/games/${first}/report`, `/games/${second}/report`]);
    expect(screen.getByRole("link", { name: "Edit the quiz" }).getAttribute("href")).toBe(`/quizzes/${quizId}/edit`);
  });

  it("show for each question where it began, where it is now, and all between in words", async () => {
    fakeApi({ "quiz.results": () => results() });
    renderPage(<QuizResultsPage quizId={quizId} />);
    const rows = within(await screen.findByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ["Yesterday I ___ home.", "2 games: 33%, 67%", "33%", "67%", "+34 points"],
      ["Farbe", "2 games: 75%, 50%", "75%", "50%", "-25 points"],
      ["New", "1 game: 100%", "100%", "100%", "asked once"],
    ]);
  });

  it("say that there are none yet; a co-host is offered no editing", async () => {
    fakeApi({ "quiz.results": () => results({ games: [], questions: [], isOwner: false }) });
    renderPage(<QuizResultsPage quizId={quizId} />);
    expect(await screen.findByText("Not played yet")).toBeDefined();
    expect(screen.queryByRole("link", { name: "Edit the quiz" })).toBeNull();
  });

  it("are missing for who has nothing to do with the quiz", async () => {
    fakeApi({ "quiz.results": () => { throw refusal("NOT_FOUND"); } });
    renderPage(<QuizResultsPage quizId={quizId} />);
    expect(await screen.findByText("This quiz is not here")).toBeDefined();
  });
});
