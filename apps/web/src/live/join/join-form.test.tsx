// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { err, ok } from "@quickfire/engine/result";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { recallPlayer } from "../memory/player-memory";
import { unreachable } from "../network/api-failure";
import { renderLive } from "../testing/render-live";
import { CodeForm } from "./CodeForm";
import type { JoinApi, JoinableGame, Joined } from "./join-api";
import { JoinPage } from "./JoinPage";

const router = { push: vi.fn<(path: string) => void>(), prefetch: vi.fn<(path: string) => void>() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const refusal = (reason: string, retryAfterSeconds: number | null = null) => err({ reason, field: null, message: "", retryAfterSeconds });
const game = { gameId: "0b1d1c5e-9f5a-4c61-8b1e-0d6b7f3a2c11", title: "Past or present perfect?", phase: "lobby", locked: false, names: "own", teams: null, teamChoice: "pick", teamSizes: null, joinPattern: false } as JoinableGame;
const joined = { gameId: game.gameId, participantId: "a1a1a1a1-0000-4000-8000-000000000001", name: "Ánh Tuyết", token: "signed", quizId: "482913", wsUrl: "", trpcUrl: "" } as Joined;

/** The network of the way in, as each test scripts it. */
const network = { findGame: vi.fn<JoinApi["findGame"]>(), suggestName: vi.fn<JoinApi["suggestName"]>(), join: vi.fn<JoinApi["join"]>() };
const loadApi = async () => network;

beforeEach(() => {
  vi.resetAllMocks();
  localStorage.clear();
  network.findGame.mockResolvedValue(ok(game));
});

const codeField = () => screen.getByLabelText<HTMLInputElement>("Game code, six digits");
const nameField = () => screen.findByLabelText<HTMLInputElement>("Your name in this game");
const enter = () => screen.getByRole("button", { name: "Go to the lobby" });

describe("the code", () => {
  it("joins by itself with the sixth digit, typed on the page's own keypad", async () => {
    renderLive(<CodeForm initialCode="" loadApi={loadApi} />);
    for (const digit of "48291") fireEvent.click(screen.getByRole("button", { name: digit }));
    expect(network.findGame).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "3" }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/join/482913"));
    expect(network.findGame).toHaveBeenCalledTimes(1);
  });

  it("fills from whatever is pasted, a link or a spoken form", async () => {
    renderLive(<CodeForm initialCode="" loadApi={loadApi} />);
    fireEvent.change(codeField(), { target: { value: "https://quiz.example/join/482913" } });
    expect(codeField().value).toBe("482913");
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/join/482913"));
  });

  it("says clearly that no game has the code, and starts over with the next digit", async () => {
    network.findGame.mockResolvedValue(refusal("NOT_FOUND"));
    renderLive(<CodeForm initialCode="" loadApi={loadApi} />);
    fireEvent.change(codeField(), { target: { value: "000000" } });
    expect(await screen.findByText("No game has this code. Check the big screen.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "7" }));
    expect(codeField().value).toBe("7");
    expect(screen.queryByText(/No game has this code/)).toBeNull();
  });
});

describe("the page behind a link", () => {
  it("says what is wrong with its code, and leads to another one", () => {
    renderLive(<JoinPage pin="000000" behind={{ failure: "NOT_FOUND" }} loadApi={loadApi} />);
    expect(screen.getByRole("heading", { name: "No game has this code. Check the big screen." })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Try again" })).toBeNull();
    expect(screen.getAllByRole("link", { name: "Another code" }).map((link) => link.getAttribute("href"))).toEqual(["/", "/"]);
  });

  it("offers to try again where it may help", () => {
    renderLive(<JoinPage pin="482913" behind={{ failure: "BUSY" }} loadApi={loadApi} />);
    expect(screen.getByRole("link", { name: "Try again" }).getAttribute("href")).toBe("/join/482913");
  });
});

describe("the team", () => {
  const withTeams: JoinableGame = { ...game, teams: 2, teamSizes: [2, 0] };
  const name = async () => fireEvent.change(await nameField(), { target: { value: "Kwame" } });
  const team = (words: string | RegExp) => screen.getByRole<HTMLInputElement>("radio", { name: words });

  it("is picked among those that have room, and sent along; whoever picks none is dealt one", async () => {
    network.join.mockResolvedValue(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game: withTeams, startAvatar: 64 }} loadApi={loadApi} />);
    expect(team("Any team with room").checked).toBe(true);
    expect(team(/Arrows.*full/).disabled).toBe(true);
    fireEvent.click(team(/Bolts.*empty/));
    await name();
    fireEvent.click(enter());
    await waitFor(() => expect(network.join.mock.calls[0]?.[0]).toMatchObject({ participantName: "Kwame", team: 2 }));
  });

  it("that has filled up meanwhile is told, with those that have room now", async () => {
    network.join.mockResolvedValue(refusal("TEAM_FULL"));
    network.findGame.mockResolvedValue(ok({ ...withTeams, teamSizes: [2, 4] }));
    renderLive(<JoinPage pin="482913" behind={{ game: withTeams, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.click(team(/Bolts/));
    await name();
    fireEvent.click(enter());
    expect(await screen.findByText("This team has too many players now. Pick another one.")).toBeTruthy();
    await waitFor(() => expect(team(/Bolts.*full/).disabled).toBe(true));
    expect(team("Any team with room").checked).toBe(true);
  });

  it("is not asked for where the game deals it", async () => {
    renderLive(<JoinPage pin="482913" behind={{ game: { ...withTeams, teamChoice: "dealt" }, startAvatar: 64 }} loadApi={loadApi} />);
    await nameField();
    expect(screen.getByText("The game puts you in a team.")).toBeTruthy();
    expect(screen.queryByRole("radio", { name: /Bolts/ })).toBeNull();
  });
});

describe("the name", () => {
  it("brings the player in, and keeps who they are for a reload or a second tab", async () => {
    network.join.mockResolvedValue(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: " Ánh Tuyết " } });
    fireEvent.click(enter());
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/play/${game.gameId}`));
    expect(network.join.mock.calls[0]?.[0]).toMatchObject({ pin: "482913", participantName: "Ánh Tuyết" });
    expect(recallPlayer(game.gameId)).toEqual({ gameId: game.gameId, participantId: joined.participantId, token: "signed", name: "Ánh Tuyết", pin: "482913" });
  });

  it("is measured as a reader counts, and not sent while it does not fit", async () => {
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    const field = await nameField();
    fireEvent.change(field, { target: { value: "Nguyễn Phương Thảo Quyên" } });
    expect(screen.getByText("24 of 24")).toBeTruthy();
    expect(screen.getByText("Looks good")).toBeTruthy();
    fireEvent.change(field, { target: { value: "Nguyễn Phương Thảo Quyên!" } });
    expect(screen.getByText("A name has at most 24 characters.")).toBeTruthy();
    fireEvent.click(enter());
    expect(network.join).not.toHaveBeenCalled();
  });

  it("that is taken is said beside the field, which can be mended at once", async () => {
    network.join.mockResolvedValue(refusal("NAME_TAKEN"));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    const field = await nameField();
    fireEvent.change(field, { target: { value: "Kwame" } });
    fireEvent.click(enter());
    expect(await screen.findByText("Someone in this game has this name.")).toBeTruthy();
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: "Kwame M" } });
    expect(screen.queryByText("Someone in this game has this name.")).toBeNull();
  });

  it.each([
    ["LOCKED", "The host has locked this game. Ask them to let you in."],
    ["FULL", "This game is full."],
    ["ENDED", "This game has ended."],
  ])("meets %s with a sentence that says what to do", async (reason, words) => {
    network.join.mockResolvedValue(refusal(reason));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: "Kwame" } });
    fireEvent.click(enter());
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it("is tried again when the network fails, and the page says so", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    network.join.mockResolvedValueOnce(err(unreachable)).mockResolvedValueOnce(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: "Kwame" } });
    fireEvent.click(enter());
    expect(await screen.findByText("No connection. Trying again, 1 of 3.")).toBeTruthy();
    await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/play/${game.gameId}`));
    vi.useRealTimers();
  });

  it("is tried again when a busy server says, and the page says when", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    network.join.mockResolvedValueOnce(refusal("BUSY", 3)).mockResolvedValueOnce(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: "Kwame" } });
    fireEvent.click(enter());
    expect(await screen.findByText("Many people are joining. Trying again in 3 seconds.")).toBeTruthy();
    await act(async () => void (await vi.advanceTimersByTimeAsync(3_000)));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/play/${game.gameId}`));
    vi.useRealTimers();
  });

  it("that was sent too often is told when it may be sent again", async () => {
    network.join.mockResolvedValue(refusal("RATE_LIMITED", 12));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: "Kwame" } });
    fireEvent.click(enter());
    expect(await screen.findByText("Too many tries. Try again in 12 seconds.")).toBeTruthy();
  });

  it("is met by a locked game before it is typed", () => {
    renderLive(<JoinPage pin="482913" behind={{ game: { ...game, locked: true }, startAvatar: 64 }} loadApi={loadApi} />);
    expect(screen.getByText("The host has locked this game. Ask them to let you in.")).toBeTruthy();
  });

  it("can be suggested by the game", async () => {
    network.suggestName.mockResolvedValue(ok({ name: "Quick Otter" }));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    await nameField();
    fireEvent.click(screen.getByRole("button", { name: "Give me a name" }));
    await waitFor(async () => expect((await nameField()).value).toBe("Quick Otter"));
  });

  it("is followed by the big screen's signs where the game asks for them, by tap or by key, as often as it takes", async () => {
    network.join.mockResolvedValueOnce(refusal("PATTERN_WRONG")).mockResolvedValueOnce(refusal("NAME_TAKEN")).mockResolvedValue(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game: { ...game, joinPattern: true }, startAvatar: 64 }} loadApi={loadApi} />);
    fireEvent.change(await nameField(), { target: { value: "Kwame" } });
    fireEvent.click(enter());
    const title = await screen.findByRole("heading", { name: "Tap what the big screen shows" });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(network.join).not.toHaveBeenCalled();
    for (const sign of ["B, bolt", "D, diamond", "A, arrow"]) fireEvent.click(screen.getByRole("button", { name: sign }));
    fireEvent.click(screen.getByRole("button", { name: "Delete last" }));
    expect(screen.getByRole("status").textContent).toBe("2 of 4 tapped");
    fireEvent.keyDown(document.body, { key: "c" });
    fireEvent.keyDown(document.body, { key: "4" });
    await waitFor(() => expect(network.join.mock.calls[0]?.[0]).toMatchObject({ participantName: "Kwame", pattern: "BDCD" }));
    expect(await screen.findByText("The big screen shows other signs now. Look again and tap those.")).toBeTruthy();
    for (const key of "ABCD") fireEvent.keyDown(document.body, { key });
    // A name that is taken is mended where names are, and the signs are looked at again.
    const field = await nameField();
    expect(await screen.findByText("Someone in this game has this name.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.change(field, { target: { value: "Kwame M" } });
    fireEvent.click(enter());
    const again = await screen.findByRole("heading", { name: "Tap what the big screen shows" });
    await waitFor(() => expect(document.activeElement).toBe(again));
    for (const key of "AABB") fireEvent.keyDown(document.body, { key });
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/play/${game.gameId}`));
    expect(network.join.mock.calls[2]?.[0]).toMatchObject({ participantName: "Kwame M", pattern: "AABB" });
  });

  it("is handed out where the game names its players", async () => {
    network.join.mockResolvedValue(ok(joined));
    renderLive(<JoinPage pin="482913" behind={{ game: { ...game, names: "given" }, startAvatar: 64 }} loadApi={loadApi} />);
    expect(await screen.findByText("This game gives you a name")).toBeTruthy();
    fireEvent.click(enter());
    await waitFor(() => expect(network.join.mock.calls[0]?.[0]).toMatchObject({ pin: "482913", participantName: undefined }));
  });

  it("is not asked of a device that already plays in this game, unless somebody else holds it", async () => {
    network.join.mockResolvedValue(ok(joined));
    localStorage.setItem(`quickfire.player.${game.gameId}`, JSON.stringify({ participantId: "p", token: "signed", name: "Ánh Tuyết", pin: "482913" }));
    renderLive(<JoinPage pin="482913" behind={{ game, startAvatar: 64 }} loadApi={loadApi} />);
    expect((await screen.findByRole("link", { name: "Go on as Ánh Tuyết" })).getAttribute("href")).toBe(`/play/${game.gameId}`);
    fireEvent.click(screen.getByRole("button", { name: "Join as someone else" }));
    expect(await nameField()).toBeTruthy();
  });
});
