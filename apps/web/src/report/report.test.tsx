// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { ReportPage } from "./ReportPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const gameId = "1803a845-e7d0-4ec3-991d-db3bea342986";
const [kwame, zoë, noah] = [newId(), newId(), newId()];
const [verb, colour, skipped] = [newId(), newId(), newId()];

const person = (participantId: string, name: string, score: number, rank: number, right: number, answered: number) => ({ participantId, name, avatar: 7, score, rank, right, answered, totalTimeMs: answered * 3_000 });

const report = (more: Record<string, unknown> = {}) => ({
  gameId, quizId: newId(), title: "Past tense", startedAt: "2026-11-20T09:31:00Z", endedAt: "2026-11-20T09:44:00Z", verified: true,
  participants: [person(kwame, "Kwame", 1_900, 1, 2, 2), person(zoë, "Zoë", 900, 2, 1, 2), { ...person(noah, "Noah", 900, 2, 0, 0), team: 2 }],
  questions: [
    {
      questionId: verb, round: 1, type: "choice", text: "Yesterday I ___ home.", answered: 2, right: 1, medianTimeMs: 4_200,
      options: [{ id: "a", text: "go", correct: false }, { id: "b", text: "went", correct: true }, { id: "c", text: "gone", correct: false }], tally: { answered: 2, right: 1, options: { a: 1, b: 1 } },
    },
    { questionId: colour, round: 2, type: "typed", text: "Farbe", answered: 2, right: 2, medianTimeMs: 2_000, accepted: ["colour", "color"], tally: { answered: 2, right: 2, texts: [{ text: "color", n: 2 }] } },
    { questionId: skipped, round: 3, type: "truefalse", text: "Skip me", answered: 0, right: 0, medianTimeMs: null, tally: { answered: 0, right: 0 }, skipped: true },
  ],
  ...more,
});
const answers = [
  { questionId: verb, participantId: kwame, answer: { option: "b" }, right: true, points: 950, timeMs: 1_000, at: "" },
  { questionId: colour, participantId: kwame, answer: { text: "color" }, right: true, points: 950, timeMs: 2_000, at: "" },
  { questionId: verb, participantId: zoë, answer: { option: "a" }, right: false, points: 0, timeMs: 5_000, at: "" },
  { questionId: colour, participantId: zoë, answer: { text: "color" }, right: true, points: 900, timeMs: 2_000, at: "" },
];

function reportServer({ phase = "ended", more = {} }: { phase?: string; more?: Record<string, unknown> } = {}) {
  return fakeApi({
    "game.overview": () => ({ phase }),
    "game.report": (asked: { answers?: boolean }) => ({ ...report(more), ...(asked.answers ? { answers } : {}) }),
  });
}

describe("the overview", () => {
  it("gives four figures, the share of each question, and what deserves a second look", async () => {
    reportServer();
    renderPage(<ReportPage gameId={gameId} />);
    expect(await screen.findByRole("heading", { name: "Past tense" })).toBeDefined();
    const figures = screen.getAllByRole("definition").map((one) => one.textContent);
    expect(figures).toEqual(["2 / 3", "1 never answered", "75%", "3 of 4", "2.0 s", "over all questions", "1", "worth a second look"]);
    expect(screen.getByText("Question 1 was the hardest: 50% right.").parentElement?.textContent).toContain("1 chose “go”.");
    expect(screen.getByText("Skipped")).toBeDefined();
    expect(within(screen.getByRole("region", { name: "First places" })).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["1Kwame1,900", "2=Zoë900", "2=Noah900"]);
    expect(screen.getByText("Verified")).toBeDefined();
    expect(screen.getByRole("link", { name: "Answers as CSV" }).getAttribute("href")).toBe(`/games/${gameId}/report.csv`);
    expect(screen.getByRole("link", { name: "Answers as XLSX" }).getAttribute("href")).toBe(`/games/${gameId}/report.xlsx`);
    expect(screen.getByRole("link", { name: "All games of this quiz" }).getAttribute("href")).toMatch(/^\/quizzes\/[\w-]+\/results$/);
  });
});

describe("the questions", () => {
  it("stand hardest first, with a close-up that tells who chose what", async () => {
    reportServer();
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("tab", { name: "Questions" }));
    const rounds = () => screen.getAllByRole("row").slice(1).map((row) => row.querySelector("td")?.textContent);
    expect(rounds()).toEqual(["1", "2", "3"]);
    const closeUp = within(screen.getByRole("complementary"));
    expect(closeUp.getByText("2 of 3 answered")).toBeDefined();
    await user.click(closeUp.getByRole("button", { name: "A, go: 1 answer" }));
    expect(await closeUp.findByText("Zoë")).toBeDefined();
    await user.click(closeUp.getByRole("button", { name: "C, gone: 0 answers" }));
    expect(closeUp.getByText("Nobody chose this.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Farbe" }));
    expect(within(screen.getByRole("complementary")).getByText("Accepted: colour · color")).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "As played" }));
    expect(rounds()).toEqual(["1", "2", "3"]);
  });
});

describe("the discrimination of a question", () => {
  const crowd = Array.from({ length: 10 }, (_, index) => person(newId(), `Player ${index}`, 900 - index, index + 1, 1, 2));
  const questionsWith = (discrimination: number | null) => report().questions.map((question) => (question.round === 1 ? { ...question, discrimination } : question));

  it.each([[0.52, "Tells apart: 0.52. Who was right here knew clearly more elsewhere."], [-0.1, "Tells apart: -0.10. Who was right here knew less elsewhere. Check which answer is marked as right."], [null, "Whether it tells those who know from those who don’t can’t be said: all went alike."]])("%s is put into words", async (value, words) => {
    reportServer({ more: { participants: crowd, questions: questionsWith(value) } });
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("tab", { name: "Questions" }));
    expect(within(screen.getByRole("complementary")).getAllByText((_, element) => element?.textContent === words)).not.toHaveLength(0);
  });
  it("is not said of a handful of players", async () => {
    reportServer({ more: { questions: questionsWith(0.9) } });
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("tab", { name: "Questions" }));
    expect(within(screen.getByRole("complementary")).getByText(/^From 10 players on/)).toBeDefined();
    expect(screen.queryByText("0.90")).toBeNull();
  });
});

describe("the players", () => {
  it("stand by place, each with their answers", async () => {
    reportServer();
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("tab", { name: "Players" }));
    await user.click(screen.getByRole("button", { name: /Zoë/ }));
    const list = await screen.findByRole("list", { name: "Answers of Zoë" });
    await waitFor(() => expect(within(list).getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "1Yesterday I ___ home.Wrong: go05.0 s", "2FarbeRight: color9002.0 s", "3Skip meNo answer",
    ]));
    await user.click(screen.getByRole("button", { name: /Zoë/ }));
    expect(screen.queryByRole("list", { name: "Answers of Zoë" })).toBeNull();
    expect(screen.getByText("Bolts")).toBeDefined();
  });
});

describe("what is not final", () => {
  it("says that the game still runs, and leads to it", async () => {
    reportServer({ phase: "question", more: { endedAt: null, verified: false } });
    renderPage(<ReportPage gameId={gameId} />);
    expect(await screen.findByText("This game is still running")).toBeDefined();
    expect(screen.getByRole("link", { name: "Open the game" }).getAttribute("href")).toBe(`/games/${gameId}/host`);
  });
  it("says that the last answers are being saved, and follows by itself", async () => {
    let saved = false;
    fakeApi({ "game.overview": () => ({ phase: "ended" }), "game.report": () => report(saved ? {} : { endedAt: null, verified: false }) });
    renderPage(<ReportPage gameId={gameId} />);
    expect(await screen.findByText("The last answers are still being saved")).toBeDefined();
    saved = true;
    await waitFor(() => expect(screen.queryByText("The last answers are still being saved")).toBeNull());
    expect(screen.getByText("Verified")).toBeDefined();
  });
  it("says that nobody played", async () => {
    reportServer({ more: { participants: [], questions: [] } });
    renderPage(<ReportPage gameId={gameId} />);
    expect(await screen.findByText("Nobody played this game")).toBeDefined();
  });
});

describe("verifying", () => {
  it("plays the game again when it is asked to, and says that nothing differs", async () => {
    fakeApi({
      "game.overview": () => ({ phase: "ended" }), "game.report": () => report(),
      "game.verify": () => ({ gameId, outcome: "agree", participants: 3, answers: 4, differences: [], seal: { state: "intact", events: 21, forgotten: 0, heads: ["0123456789abcdef01"] } }),
    });
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("button", { name: "Verify now" }));
    expect(await screen.findByText("Verified: 3 players, 4 answers, and nothing differs.")).toBeDefined();
    expect(screen.getByText("The seal over 21 events is whole (0123456789abcdef).")).toBeDefined();
  });
  it("says where something differs, and shows points that were taken back", async () => {
    const differences = [{ kind: "standing", participantId: zoë, name: "Zoë", stored: { score: 950, totalTimeMs: 1, rank: 2 }, logged: { score: 900, totalTimeMs: 1, rank: 2 } }, { kind: "answer", participantId: noah, name: null, round: 2, stored: null, logged: { points: 5, timeMs: 1 } }];
    fakeApi({
      "game.overview": () => ({ phase: "ended" }), "game.report": () => report({ participants: [{ ...person(kwame, "Kwame", 1_900, 1, 2, 2), takenBack: 1_000 }] }),
      "game.verify": () => ({ gameId, outcome: "differ", participants: 3, answers: 4, differences, seal: { state: "broken", at: { part: 0, place: 6, what: "event", event: null } } }),
    });
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    await user.click(await screen.findByRole("button", { name: "Verify now" }));
    expect(await screen.findByText("Zoë: stored 950 points, by the log 900 points.")).toBeDefined();
    expect(screen.getByText(`${noah}, question 2: stored nothing, by the log 5 points.`)).toBeDefined();
    expect(screen.getByText("The log was changed after it was sealed: event 7 is the first that differs (nothing).")).toBeDefined();
    await user.click(screen.getByRole("tab", { name: "Players" }));
    expect(screen.getByText("1,000 taken back")).toBeDefined();
  });
});

describe("trouble", () => {
  it("says so where there is no such game", async () => {
    fakeApi({ "game.overview": () => { throw refusal("NOT_FOUND"); }, "game.report": () => { throw refusal("NOT_FOUND"); } });
    renderPage(<ReportPage gameId={gameId} />);
    expect(await screen.findByText("This game is not here")).toBeDefined();
  });
  it("offers another try", async () => {
    let broken = true;
    fakeApi({ "game.overview": () => ({ phase: "ended" }), "game.report": () => { if (broken) throw refusal("RATE_LIMITED"); return report(); } });
    const { user } = renderPage(<ReportPage gameId={gameId} />);
    const retry = await screen.findByRole("button", { name: "Try again" });
    broken = false;
    await user.click(retry);
    expect(await screen.findByRole("heading", { name: "Past tense" })).toBeDefined();
  });
});
