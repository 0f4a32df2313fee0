// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { AppShell } from "@/shell/AppShell";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { GamesPage } from "./GamesPage";

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/games" }));

const game = (title: string, more: Record<string, unknown> = {}) => ({
  gameId: newId(), quizId: newId(), pin: "482913", title, status: "ended", interrupted: false, createdAt: "2026-11-20T09:30:00Z", startedAt: "2026-11-20T09:31:00Z",
  endedAt: "2026-11-20T09:44:00Z", phase: null, round: null, rounds: null, participants: 24, isOwner: true, ...more,
});

describe("the games page", () => {
  it("shows what is running first, with code and phase, and then what was played", async () => {
    const running = game("Past tense", { status: "running", phase: "question", round: 4, rounds: 12 });
    const opened = game("Food", { status: "running", phase: "lobby", participants: 0, pin: "111222" });
    const ended = game("Travel", { interrupted: true, participants: 1 });
    fakeApi({ "game.list": () => ({ items: [running, opened, ended], nextCursor: null }) });
    renderPage(<GamesPage />);
    const live = within(await screen.findByRole("region", { name: "Running" }));
    expect(live.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Code482\u202f913Past tenseQuestion 4 of 12since .+24 playersHosts…StageOpen$/), expect.stringMatching(/^Code111\u202f222FoodIn the lobbysince .+0 playersHosts…StageOpen$/),
    ]);
    expect(live.getByRole("link", { name: "Open the running game Past tense" }).getAttribute("href")).toBe(`/games/${running.gameId}/host`);
    const past = within(screen.getByRole("region", { name: "Ended" }));
    expect(past.getByText("Interrupted")).toBeDefined();
    expect(past.getByText("1 player")).toBeDefined();
    expect(past.getByRole("link", { name: /^Report of Travel/ }).getAttribute("href")).toBe(`/games/${ended.gameId}/report`);
  });
  it("follows how its running games stand: who has answered, who is away, and what is out of the ordinary", async () => {
    const monitored = { paused: true, locked: true, savingWaits: true, present: 21, answered: 18, hostName: null, ...game("Past tense", { status: "running", phase: "question", round: 4, rounds: 12, participants: 24 }) };
    const lobby = { paused: false, locked: false, savingWaits: false, present: 2, answered: 0, hostName: null, ...game("Food", { status: "running", phase: "lobby", participants: 3 }) };
    fakeApi({ "game.list": () => ({ items: [game("Past tense", { status: "running", phase: "lobby" })], nextCursor: null }), "game.running": () => [monitored, lobby] });
    renderPage(<GamesPage />);
    expect(await screen.findByText("of 21 answered")).toBeDefined();
    const [first, second] = within(screen.getByRole("region", { name: "Running" })).getAllByRole("listitem").map((item) => item.textContent ?? "");
    for (const words of ["Question 4 of 12", "Paused", "Locked", "Saving waits", "18 of 21 answered"]) expect(first).toContain(words);
    expect(second).toContain("3 players1 away");
    expect(screen.getByRole("link", { name: "Open the stage of Past tense" }).getAttribute("href")).toBe(`/games/${monitored.gameId}/stage`);
  });
  it("says that there are none yet, and where they begin", async () => {
    fakeApi({ "game.list": () => ({ items: [], nextCursor: null }) });
    renderPage(<GamesPage />);
    expect(await screen.findByText("No games yet")).toBeDefined();
    expect(screen.getByRole("link", { name: "To your quizzes" }).getAttribute("href")).toBe("/library");
  });
  it("says that running games go on when the list can't be loaded", async () => {
    let broken = true;
    fakeApi({ "game.list": () => { if (broken) throw refusal("RATE_LIMITED"); return { items: [game("Travel")], nextCursor: null }; } });
    const { user } = renderPage(<GamesPage />);
    const retry = await screen.findByRole("button", { name: "Try again" });
    broken = false;
    await user.click(retry);
    expect(await screen.findByRole("link", { name: "Travel" })).toBeDefined();
  });
  it("is empty for an account that hosts no games", async () => {
    fakeApi({ "game.list": () => { throw refusal("FORBIDDEN"); } });
    renderPage(<GamesPage />);
    expect(await screen.findByText("No games yet")).toBeDefined();
  });
  it("tells games apart that somebody else opened", async () => {
    fakeApi({ "game.list": () => ({ items: [game("Past tense", { status: "running", phase: "lobby", isOwner: false }), game("Travel", { isOwner: false })], nextCursor: null }) });
    renderPage(<GamesPage />);
    expect(await screen.findAllByText("Together")).toHaveLength(2);
  });
  it("grows page by page", async () => {
    fakeApi({ "game.list": ({ cursor }: { cursor?: string }) => (cursor ? { items: [game("Old")], nextCursor: null } : { items: [game("New")], nextCursor: "more" }) });
    const { user } = renderPage(<GamesPage />);
    await user.click(await screen.findByRole("button", { name: "Show more" }));
    expect(await screen.findByRole("link", { name: "Old" })).toBeDefined();
  });
});

describe("who hosts a game", () => {
  const hosts = (isOwner: boolean) => ({ isOwner, owner: { userId: "owner", name: "Mai", avatar: 1 }, coHosts: [{ userId: "friend", name: "Zoe", avatar: 2 }] });
  async function open(isOwner: boolean, more: Parameters<typeof fakeApi>[0] = {}) {
    const running = game("Past tense", { status: "running", phase: "lobby", isOwner });
    const api = fakeApi({ "game.list": () => ({ items: [running], nextCursor: null }), "account.me": () => ({ userId: isOwner ? "owner" : "friend", avatar: 1 }), "coHost.list": () => hosts(isOwner), ...more });
    const { user } = renderPage(<GamesPage />);
    await user.click(await screen.findByRole("button", { name: "Hosts of Past tense" }));
    const dialog = within(await screen.findByRole("dialog"));
    await dialog.findByText("Zoe");
    return { api, user, dialog, gameId: running.gameId };
  }

  it("is decided by who opened it: invited by mail or by a link, and let go", async () => {
    const { api, user, dialog, gameId } = await open(true, { "coHost.invite": ({ email }: { email?: string }) => ({ link: email ? null : "https://quiz.example/cohost#secret" }), "coHost.remove": () => null });
    await user.type(dialog.getByRole("textbox", { name: "Invite by e-mail" }), "nonsense{Enter}");
    expect(dialog.getByText("This is not an e-mail address.")).toBeDefined();
    await user.clear(dialog.getByRole("textbox", { name: "Invite by e-mail" }));
    await user.type(dialog.getByRole("textbox", { name: "Invite by e-mail" }), "bo@example.org{Enter}");
    expect(await dialog.findByText(/If bo@example.org can get mail/)).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Make a link" }));
    expect(await dialog.findByDisplayValue("https://quiz.example/cohost#secret")).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Let Zoe go" }));
    expect(await screen.findByText("Zoe no longer hosts this game.")).toBeDefined();
    expect(api.inputsOf("coHost.invite")).toEqual([{ gameId, email: "bo@example.org" }, { gameId }]);
    expect(api.inputsOf("coHost.remove")).toEqual([{ gameId, userId: "friend" }]);
  });

  it("can be left by a co-host, who invites nobody", async () => {
    const { api, user, dialog, gameId } = await open(false, { "coHost.remove": () => null });
    expect(dialog.queryByRole("textbox")).toBeNull();
    await user.click(await dialog.findByRole("button", { name: "Leave" }));
    expect(await screen.findByText("Zoe no longer hosts this game.")).toBeDefined();
    expect(api.inputsOf("coHost.remove")).toEqual([{ gameId, userId: "friend" }]);
  });
});

describe("the desk", () => {
  const server = () => fakeApi({
    "account.me": () => ({ userId: newId(), username: "Hương Lê", email: "h@example.org", roles: ["author"], locale: "vi", avatar: 3 }),
    "game.list": () => ({ items: [game("Past tense", { status: "running", phase: "podium", round: 1, rounds: 1 })], nextCursor: null }),
  });

  it("says where one is, who is signed in, and how many games are live", async () => {
    server();
    renderPage(<AppShell roles={["author"]}><p>Work</p></AppShell>);
    expect(await screen.findByText("1 live")).toBeDefined();
    expect(screen.getByRole("link", { name: /Games/ }).getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("link", { name: "Quizzes" }).getAttribute("aria-current")).toBeNull();
    expect(await screen.findByRole("button", { name: "Hương Lê" })).toBeDefined();
  });
  it("is a learner's own for a learner, and asks for no games that they can't have", async () => {
    const api = fakeApi({ "account.me": () => ({ userId: newId(), username: "Lan", email: "l@example.org", roles: ["learner"], locale: "vi", avatar: 3 }) });
    renderPage(<AppShell roles={["learner"]}><p>Work</p></AppShell>);
    expect(screen.queryByRole("link", { name: "Quizzes" })).toBeNull();
    expect(screen.getByRole("link", { name: "Learning" })).toBeDefined();
    expect(await screen.findByRole("button", { name: "Lan" })).toBeDefined();
    expect(api.inputsOf("game.list")).toEqual([]);
  });
  it("changes colours at once, for the next visit too", async () => {
    server();
    const { user } = renderPage(<AppShell roles={["author"]}><p>Work</p></AppShell>);
    await user.click(await screen.findByRole("button", { name: "Hương Lê" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(document.cookie).toContain("quickfire.theme=dark");
    await user.click(screen.getByRole("button", { name: "Hương Lê" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "As the device" }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
  it("changes the language for the next visit too", async () => {
    server();
    const { user } = renderPage(<AppShell roles={["author"]}><p>Work</p></AppShell>);
    await user.click(await screen.findByRole("button", { name: "Hương Lê" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Tiếng Việt" }));
    expect(document.cookie).toContain("quickfire.locale=vi");
    expect(router.refresh).toHaveBeenCalled();
  });
});
