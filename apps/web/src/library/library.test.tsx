// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal, type FakeProcedures } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { defaultSettings } from "../games/start-settings";
import { LibraryPage } from "./LibraryPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

type Quiz = { quizId: string; title: string; problems: number };
const summary = (title: string, more: Record<string, unknown> = {}) => ({
  quizId: newId(), title, language: "en", level: "B1", tags: ["grammar"], questions: 3, types: { choice: 2, typed: 1 }, games: 4, problems: 0,
  revision: 1, createdAt: "2026-11-01T10:00:00Z", updatedAt: new Date().toISOString(), archivedAt: null, ...more,
});

/** A library on a server: removed quizzes can be restored. */
function libraryServer(quizzes: Quiz[], more: FakeProcedures = {}) {
  const removed = new Set<string>();
  return fakeApi({
    "quiz.list": ({ search = "" }: { search?: string }) => ({ items: quizzes.filter(({ quizId, title }) => !removed.has(quizId) && title.includes(search)), nextCursor: null }),
    "quiz.remove": ({ quizId }: { quizId: string }) => void removed.add(quizId),
    "quiz.restore": ({ quizId }: { quizId: string }) => void removed.delete(quizId),
    "quiz.duplicate": ({ quizId }: { quizId: string }) => {
      const original = quizzes.find((quiz) => quiz.quizId === quizId);
      const copy = summary(`${original?.title} (copy)`);
      quizzes.unshift(copy);
      return { ...copy, quiz: { title: copy.title } };
    },
    "quiz.create": () => ({ quizId: "new-quiz" }),
    ...more,
  });
}

const titles = () => screen.getAllByRole("row").slice(1).map((row) => within(row).getByRole("link").textContent);
const rowOf = (title: string) => screen.getByRole("link", { name: title }).closest("tr") ?? document.body;

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});

describe("the list", () => {
  it("shows level, title, tags, what is in it, games and the state of each quiz", async () => {
    libraryServer([summary("Present perfect"), summary("", { level: null, questions: 0, types: {}, games: 0, problems: 2, tags: [] })]);
    renderPage(<LibraryPage />);
    const row = within((await screen.findByRole("link", { name: "Present perfect" })).closest("tr") ?? document.body);
    expect(row.getByText("B1")).toBeDefined();
    expect(row.getByText("grammar")).toBeDefined();
    expect(row.getByRole("list", { name: "3 questions" }).textContent).toBe("2Choice1Typed answer");
    expect(row.getByText("4 games")).toBeDefined();
    const draft = within(rowOf("Untitled quiz"));
    expect(draft.getByText("Draft, 2 problems")).toBeDefined();
    expect(draft.getByText("Never played")).toBeDefined();
    expect(draft.getByText("No questions")).toBeDefined();
  });
  it("says that there is nothing yet, and offers the first quiz", async () => {
    libraryServer([]);
    const { user } = renderPage(<LibraryPage />);
    expect(await screen.findByText("No quizzes yet")).toBeDefined();
    await user.click(screen.getAllByRole("button", { name: "New quiz" })[0] ?? document.body);
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/quizzes/new-quiz/edit"));
  });
  it("says what is safe when it can't be loaded, and tries again", async () => {
    let broken = true;
    libraryServer([], { "quiz.list": () => { if (broken) throw refusal("RATE_LIMITED"); return { items: [summary("Back")], nextCursor: null }; } });
    const { user } = renderPage(<LibraryPage />);
    const retry = await screen.findByRole("button", { name: "Try again" });
    broken = false;
    await user.click(retry);
    expect(await screen.findByRole("link", { name: "Back" })).toBeDefined();
  });
  it("tells an account without the author's role what it lacks", async () => {
    libraryServer([], { "quiz.list": () => { throw refusal("FORBIDDEN"); } });
    renderPage(<LibraryPage />);
    expect(await screen.findByText("This account can't write quizzes")).toBeDefined();
  });
  it("leads to the sign-in when nobody is signed in, and back here", async () => {
    libraryServer([], { "quiz.list": () => { throw refusal("UNAUTHORIZED"); } });
    renderPage(<LibraryPage />);
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/signin?next=%2F"));
  });
  it("grows page by page", async () => {
    libraryServer([], { "quiz.list": ({ cursor }: { cursor?: string }) => (cursor ? { items: [summary("Second")], nextCursor: null } : { items: [summary("First")], nextCursor: "more" }) });
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Show more" }));
    await waitFor(() => expect(titles()).toEqual(["First", "Second"]));
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });
});

describe("searching", () => {
  it("asks once the typing pauses, and finds its way back", async () => {
    const api = libraryServer([summary("Present perfect"), summary("Food")]);
    const { user } = renderPage(<LibraryPage />);
    await screen.findByRole("link", { name: "Food" });
    await user.keyboard("/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
    await user.keyboard("Food");
    await waitFor(() => expect(titles()).toEqual(["Food"]));
    expect(screen.getByText("1 quiz found")).toBeDefined();
    expect(api.inputsOf("quiz.list")).toEqual([{ limit: 50 }, { limit: 50, search: "Food" }]);
    await user.type(screen.getByRole("searchbox"), "x");
    expect(await screen.findByText("No quiz matches “Foodx”")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Show all quizzes" }));
    await waitFor(() => expect(titles()).toHaveLength(2));
  });
});

describe("a row", () => {
  async function menuOf(title: string) {
    const page = renderPage(<LibraryPage />);
    await screen.findByRole("link", { name: title });
    await page.user.click(screen.getByRole("button", { name: `More for ${title}` }));
    return page;
  }

  it("is deleted at once, and comes back with Undo", async () => {
    libraryServer([summary("Food"), summary("Travel")]);
    const { user } = await menuOf("Food");
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await waitFor(() => expect(titles()).toEqual(["Travel"]));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(titles()).toEqual(["Food", "Travel"]));
  });
  it("stays when it could not be deleted, and says so until somebody closes it", async () => {
    libraryServer([summary("Food")], { "quiz.remove": () => { throw refusal("BUSY"); } });
    const { user } = await menuOf("Food");
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    expect(await screen.findByText("“Food” could not be deleted. It is still here.")).toBeDefined();
    expect(titles()).toEqual(["Food"]);
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByText(/could not be deleted/)).toBeNull();
  });
  it("is copied under a name of its own", async () => {
    libraryServer([summary("Food")]);
    const { user } = await menuOf("Food");
    await user.click(await screen.findByRole("menuitem", { name: "Duplicate" }));
    expect(await screen.findByText("Copy made: “Food (copy)”")).toBeDefined();
    await waitFor(() => expect(titles()).toEqual(["Food (copy)", "Food"]));
  });
});

describe("starting a game", () => {
  it("begins as the last game was set up, says what each choice does, and opens what was chosen", async () => {
    const quiz = summary("Food");
    const api = libraryServer([quiz], {
      "game.lastSettings": () => ({ settings: { ...defaultSettings, countdown: 5, lobbySound: false }, sameQuiz: true }),
      "game.create": () => ({ gameId: "g-1", pin: "123456", joinUrl: "" }),
    });
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Start a game of Food" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(await dialog.findByText("As in your last game of this quiz.")).toBeDefined();
    const choose = async (setting: string, choice: string) => user.click(within(dialog.getByRole("group", { name: setting })).getByRole("radio", { name: choice }));
    await user.click(dialog.getByRole("radio", { name: /^Race/ }));
    await choose("Speed counts", "Not at all");
    expect(dialog.getByText("A right answer gets all its points, however long it took.")).toBeDefined();
    await choose("Teams", "3");
    await choose("Who picks the team", "The game");
    await choose("Pace", "By itself");
    await user.click(dialog.getByText("More settings"));
    await user.click(dialog.getByRole("checkbox", { name: /Extra points/ }));
    await user.click(dialog.getByRole("button", { name: "Open the lobby" }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/games/g-1/host"));
    expect(api.inputsOf("game.create")).toMatchObject([
      { quizId: quiz.quizId, settings: { feedback: "instant", leaderboard: "live", speedWeight: 0, teams: 3, teamChoice: "dealt", pace: "auto", streak: false, countdown: 5, lobbySound: false } },
    ]);
  });
  it("goes back to the usual settings at one click", async () => {
    const api = libraryServer([summary("Food")], {
      "game.lastSettings": () => ({ settings: { ...defaultSettings, countdown: 5, teams: 3 }, sameQuiz: false }),
      "game.create": () => ({ gameId: "g-1", pin: "123456", joinUrl: "" }),
    });
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Start a game of Food" }));
    await user.click(await screen.findByRole("button", { name: "Usual settings" }));
    await user.click(screen.getByRole("button", { name: "Open the lobby" }));
    await waitFor(() => expect(api.inputsOf("game.create")).toMatchObject([{ settings: defaultSettings }]));
  });
  it("says what is missing instead, where the quiz is not finished", async () => {
    libraryServer([summary("Food", { problems: 3 })]);
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Start a game of Food" }));
    expect(await screen.findByText("3 things are missing before this quiz can be played.")).toBeDefined();
    expect(screen.getByRole("link", { name: "Mend it in the editor" }).getAttribute("href")).toMatch(/\/edit$/);
  });
  it.each([["BUSY", "The server is busy. Nothing was started; try again in a moment."], ["INTERNAL", "The game could not be opened. Nothing was started; try again."]] as const)("says that nothing was started after %s", async (reason, words) => {
    libraryServer([summary("Food")], { "game.create": () => { throw refusal(reason); } });
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Start a game of Food" }));
    await user.click(await screen.findByRole("button", { name: "Open the lobby" }));
    expect(await screen.findByText(words)).toBeDefined();
  });
  it("learns from the server that the quiz can't be played after all", async () => {
    libraryServer([summary("Food")], { "game.create": () => { throw refusal("NOT_PLAYABLE", [{ path: ["quiz", "title"], message: "Give the quiz a title." }]); } });
    const { user } = renderPage(<LibraryPage />);
    await user.click(await screen.findByRole("button", { name: "Start a game of Food" }));
    await user.click(await screen.findByRole("button", { name: "Open the lobby" }));
    expect(await screen.findByText("One thing is missing before this quiz can be played.")).toBeDefined();
  });
});
