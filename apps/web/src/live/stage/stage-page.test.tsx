// @vitest-environment jsdom
import type { ParticipantId, RosterEntry } from "@quickfire/engine";
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeProcedures, refusal } from "../../../test/fake-api";
import { openLivePage } from "../../../test/open-live-page";
import { gameId, openQuestion, snapshotMessage } from "../testing/messages";
import { StagePage } from "./StagePage";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => vi.useRealTimers());

const overview = { gameId, pin: "482913", settings: { pace: "manual", leaderboard: "reveal" } };
const open = (procedures: FakeProcedures = {}, { online = true } = {}) =>
  openLivePage(<StagePage gameId={gameId} webUrl="https://quickfire.example" />, { online, procedures: { "game.overview": () => overview, ...procedures } });

const people = (count: number): RosterEntry[] =>
  Array.from({ length: count }, (_, index) => ({ participantId: `p-${index + 1}` as ParticipantId, name: `Player ${index + 1}`, avatar: index, present: true, answered: false }));
const names = (list: HTMLElement) => within(list).getAllByRole("listitem").map(({ textContent }) => textContent);

describe("the page on the projector", () => {
  it("connects as a screen, and not as a second host, and shows the way in", async () => {
    const { api, sockets, hear } = await open();
    expect(screen.getByRole("status").textContent).toBe("Opening the stage");
    expect(api.inputsOf("live.token")).toEqual([{ gameId, as: "screen" }]);
    expect(sockets.latest().subscriptions).toMatchObject([{ path: "host.events" }]);
    hear(snapshotMessage("e1.0"));
    expect(screen.getByLabelText("Game code").textContent).toMatch(/^482\s913$/);
    expect(screen.getByRole("img", { name: "QR code to join this game" })).toBeTruthy();
  });

  it("shows the pattern beside the code where the game asks for one, changes it on time, and takes it away with the lock", async () => {
    const stretch = (number: number, pattern: string) => ({ pattern, startsAt: new Date(number * 7_000).toISOString(), endsAt: new Date((number + 1) * 7_000).toISOString() });
    const { api, hear, pass } = await open({
      "game.overview": () => ({ ...overview, settings: { ...overview.settings, joinPattern: true } }),
      "game.joinPattern": () => ({ patterns: [stretch(0, "ABBA"), stretch(1, "DCDC"), stretch(2, "AAAA")] }),
    });
    hear(snapshotMessage("e1.0"));
    await pass();
    const signs = () => within(screen.getByRole("group", { name: "Signs to tap after the code" })).getByRole("img").getAttribute("aria-label");
    expect(signs()).toBe("A B B A");
    expect(screen.getByRole("timer", { name: "Changes in 6 seconds" })).toBeTruthy();
    api.online = false;
    await pass(6_100);
    expect(signs()).toBe("D C D C");
    hear(snapshotMessage("e1.1", { phase: "countdown", round: 1, endTime: new Date(12_000).toISOString() }));
    expect(signs()).toBe("D C D C");
    hear({ type: "game_locked", payload: { locked: true }, id: "e1.2" });
    expect(screen.queryByRole("group", { name: "Signs to tap after the code" })).toBeNull();
  });

  it("goes on showing the game while it reconnects, and says that what it shows may be old", async () => {
    const { sockets, hear, pass } = await open();
    hear(snapshotMessage("e1.0"));
    sockets.latest().close(1006);
    await pass();
    expect(screen.getByRole("status").textContent).toBe("Reconnecting, try 1 of 8");
    expect(screen.getByLabelText("Game code")).toBeTruthy();
  });

  it("says when the game is being restored", async () => {
    const { hear } = await open();
    hear(snapshotMessage("e1.0"), { type: "game_recovering", payload: {}, id: "e1.1" });
    expect(screen.getByRole("status").textContent).toBe("The game is being restored");
  });

  it("comes back by one button when it has given up", async () => {
    const { api, sockets, pass } = await open({}, { online: false });
    await pass(180_000);
    expect(screen.getByRole("heading", { name: "No connection to the game" })).toBeTruthy();
    api.online = true;
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await pass();
    expect(sockets.opened).toHaveLength(1);
  });

  it.each([["NOT_FOUND", "This is not your game"], ["ENDED", "This game has ended"]] as const)("says when it was refused with %s: %s", async (reason, title) => {
    await open({ "live.token": () => { throw refusal(reason); } });
    expect(screen.getByRole("heading", { name: title })).toBeTruthy();
  });

  it("is light for bright places by D, in the next game too", async () => {
    const { container, hear, unmount } = await open();
    hear(snapshotMessage("e1.0"));
    fireEvent.keyDown(document.body, { key: "d" });
    expect(container.querySelector(".stage.day")).toBeTruthy();
    unmount();
    const again = await open();
    expect(again.container.querySelector(".stage.day")).toBeTruthy();
  });
});

describe("the wall under the host's hand", () => {
  it("moves the game by the keys of the desk, and shows them when asked", async () => {
    const { api, hear, pass } = await open({ "game.command": () => ({ phase: "countdown", round: 1, seq: 1 }) });
    hear(snapshotMessage("e1.0"));
    fireEvent.keyDown(document.body, { key: " " });
    await pass();
    expect(api.inputsOf("game.command")).toEqual([{ gameId, command: "start", expectedSeq: 0 }]);
    fireEvent.keyDown(document.body, { key: "?" });
    expect(within(screen.getByRole("dialog", { name: "Keys" })).getByText("The next step")).toBeTruthy();
  });

  it("keeps its screen lit until the game has ended, and asks again when it is shown again", async () => {
    const release = vi.fn<() => Promise<void>>(async () => undefined);
    const request = vi.fn<(type: string) => Promise<unknown>>(async () => ({ release }));
    vi.stubGlobal("navigator", Object.create(navigator, { wakeLock: { value: { request } } }));
    const { hear, pass } = await open();
    hear(snapshotMessage("e1.0"));
    await pass();
    fireEvent(document, new Event("visibilitychange"));
    await pass();
    expect(request.mock.calls).toEqual([["screen"], ["screen"]]);
    hear(snapshotMessage("e1.1", { phase: "ended", round: 3 }));
    await pass();
    expect(release).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it("goes on the whole screen by F where the browser can", async () => {
    Object.defineProperty(document, "fullscreenEnabled", { value: true, configurable: true });
    const full = vi.fn<() => Promise<void>>(async () => undefined);
    Object.defineProperty(HTMLElement.prototype, "requestFullscreen", { value: full, configurable: true });
    const { hear } = await open();
    hear(snapshotMessage("e1.0"));
    fireEvent.keyDown(document.body, { key: "f" });
    fireEvent.click(screen.getByRole("button", { name: "Full screen" }));
    expect(full).toHaveBeenCalledTimes(2);
    Reflect.deleteProperty(document, "fullscreenEnabled");
    Reflect.deleteProperty(HTMLElement.prototype, "requestFullscreen");
  });

  it("says of a question that was taken back that it counts for nobody", async () => {
    const { hear } = await open();
    const question = openQuestion();
    hear(snapshotMessage("e1.0", { phase: "reveal", round: 1, question, closed: { questionId: question.questionId, correct: ["opt-b"], tally: { answered: 1, right: 1 } } }));
    hear({ type: "question_voided", payload: { questionId: question.questionId, round: 1 }, id: "e1.1" });
    expect(screen.getByText("Question 1 was taken back. It counts for nobody.")).toBeTruthy();
    hear(snapshotMessage("e1.2", { phase: "standings", round: 1, voided: true }));
    expect(screen.getByText("Question 1 was taken back. It counts for nobody.")).toBeTruthy();
  });
});

describe("the wall of players", () => {
  it("invites, and then names everybody as long as names can be read", async () => {
    const { hear } = await open();
    hear(snapshotMessage("e1.0", { participants: 0 }));
    expect(screen.getByText("Names appear here as players join.")).toBeTruthy();
    hear({ type: "roster", payload: { people: people(60), total: 60 } });
    expect(names(screen.getByRole("list", { name: "Players" }))).toHaveLength(60);
    expect(screen.getByText("Player 60")).toBeTruthy();
  });

  it("shows a larger crowd by its letters, and names the latest, newest first", async () => {
    const { hear } = await open();
    hear(snapshotMessage("e1.0"), { type: "roster", payload: { people: people(61), total: 61 } });
    const [everyone, latest] = screen.getAllByRole("list");
    if (!everyone || !latest) throw new Error("there are not two lists");
    expect(within(everyone).getAllByRole("listitem")).toHaveLength(61);
    expect(names(latest)).toEqual(["Player 61", "Player 60", "Player 59", "Player 58", "Player 57", "Player 56"].map((name) => expect.stringContaining(name)));
  });

  it("says that a locked game takes nobody in", async () => {
    const { hear } = await open();
    hear(snapshotMessage("e1.0"));
    expect(screen.getByText("Late? The code works all game long.")).toBeTruthy();
    hear({ type: "game_locked", payload: { locked: true }, id: "e1.1" });
    expect(screen.getByText("The game is locked. Nobody else can join.")).toBeTruthy();
  });
});
