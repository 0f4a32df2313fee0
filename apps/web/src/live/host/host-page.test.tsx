// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeProcedures, refusal } from "../../../test/fake-api";
import { openLivePage } from "../../../test/open-live-page";
import { gameId, kwame, snapshot, snapshotMessage } from "../testing/messages";
import { HostPage } from "./HostPage";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => vi.useRealTimers());

const overview = { gameId, pin: "482913", settings: { pace: "manual", leaderboard: "reveal" } };
const open = (procedures: FakeProcedures = {}, { online = true } = {}) =>
  openLivePage(<HostPage gameId={gameId} webUrl="https://quickfire.example" />, { online, procedures: { "game.overview": () => overview, ...procedures } });

async function openAt(more: Record<string, unknown>, procedures: FakeProcedures = {}) {
  const page = await open(procedures);
  page.hear(snapshotMessage("e1.0", more));
  return page;
}

/** Looks at all of the page: telling what is hidden takes a browser without a screen longer than all else here. */
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name, hidden: true });

describe("the host's page", () => {
  it("connects as the host, by the page's sign-in, and shows the game once it is told", async () => {
    const { api, sockets, hear } = await open();
    expect(screen.getByRole("status").textContent).toBe("Opening your game");
    expect(api.inputsOf("live.token")).toEqual([{ gameId, as: "host" }]);
    expect(sockets.latest()).toMatchObject({ token: "signed", subscriptions: [{ path: "host.events" }] });
    hear(snapshotMessage("e1.0"));
    expect(screen.getByRole("heading", { level: 1, name: "Past or present perfect?" })).toBeTruthy();
    expect(within(screen.getByRole("banner")).getByText(/^482\s913$/)).toBeTruthy();
    expect(document.title).toBe("Live · Past or present perfect?");
  });

  it("moves the game by its one next step, for the moment that was on the screen, and only once for a double click", async () => {
    const { api, pass } = await openAt({ seq: 4 }, { "game.command": () => ({ phase: "countdown", round: 1, seq: 5 }) });
    fireEvent.click(button(/^Start the game/));
    fireEvent.click(button(/^Start the game/));
    await pass();
    expect(api.inputsOf("game.command")).toEqual([{ gameId, command: "start", expectedSeq: 4 }]);
  });

  it("says that somebody or the clock was faster, and then shows how the game stands", async () => {
    const { pass } = await openAt({ phase: "question", round: 1, seq: 11 }, {
      "game.command": () => { throw refusal("STALE"); },
      "live.state": () => ({ id: "e1.3", snapshot: snapshot({ phase: "standings", round: 1, seq: 13 }) }),
    });
    fireEvent.click(button(/^Reveal/));
    await pass();
    expect(screen.getByText("The game had already moved on. This is how it stands now.")).toBeTruthy();
    await pass(1_600);
    expect(button(/^Question 2/).disabled).toBe(false);
    await pass(5_000);
    expect(screen.queryByText(/already moved on/)).toBeNull();
  });

  it("says that nothing was changed where no command gets through, and takes the next try", async () => {
    const { api, pass } = await openAt({ seq: 4 }, { "game.command": () => { throw refusal("BUSY"); } });
    for (const tries of [1, 2]) {
      fireEvent.click(button(/^Start the game/));
      await pass();
      expect(screen.getByText("No connection to the server. Nothing was changed; try again.")).toBeTruthy();
      expect(api.inputsOf("game.command")).toHaveLength(tries);
    }
  });

  it("says that a command failed for a reason of its own", async () => {
    const { pass } = await openAt({}, { "game.command": () => { throw refusal("INTERNAL"); } });
    fireEvent.click(button(/^Start the game/));
    await pass();
    expect(screen.getByText("That did not work. Nothing was changed; try again.")).toBeTruthy();
  });

  it("removes a player from the game, who was asked about by name", async () => {
    const { api, hear, pass } = await openAt({}, { "game.removeParticipant": () => null });
    hear({ type: "roster", payload: { people: [{ participantId: kwame, name: "Kwame", avatar: 3, present: true, answered: false }], total: 1 } });
    fireEvent.click(button("Remove Kwame"));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Remove Kwame?" })).getByRole("button", { name: "Remove" }));
    await pass();
    expect(api.inputsOf("game.removeParticipant")).toEqual([{ gameId, participantId: kwame }]);
  });

  it("shows who looks like a bot, by name and rule, and removes them in parts at one click", async () => {
    const swarm = {
      asOf: 900, total: 1_200, staying: 3, counts: { flood: 1_190, pattern: 10, silent: 0 }, flood: { from: 100, until: 800 },
      people: [{ participantId: kwame, name: "kahoot-1", joinedAt: 150, reason: "flood" }],
    };
    const parts = [{ removed: 1_000, left: 200 }, { removed: 200, left: 0 }];
    const { api, hear, pass } = await openAt({}, { "game.swarm": () => swarm, "game.purgeSwarm": () => parts.shift() });
    hear({ type: "roster", payload: { people: [{ participantId: kwame, name: "kahoot-1", avatar: 3, present: true, answered: false }], total: 1_203 } });
    fireEvent.click(button("Look for bots…"));
    await pass();
    const dialog = within(screen.getByRole("dialog", { name: "1,200 look like bots" }));
    for (const words of [/^1,190 came in during the flood, from /, "10 came at once with numbered names of one kind.", "The other 3 players stay.", "kahoot-1", "and 1,199 more"]) expect(dialog.getByText(words)).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Remove all 1,200" }));
    await pass();
    expect(api.inputsOf("game.purgeSwarm")).toEqual([{ gameId, asOf: 900 }, { gameId, asOf: 900 }]);
    expect(screen.getByRole("dialog", { name: "1,200 were removed" })).toBeTruthy();
  });

  it("says that nobody looks like a bot, and where looking failed", async () => {
    const nobody = { asOf: 900, total: 0, staying: 9, counts: { flood: 0, pattern: 0, silent: 0 }, flood: null, people: [] };
    const answers = [() => nobody, () => { throw refusal("BUSY"); }];
    const { hear, pass } = await openAt({}, { "game.swarm": () => answers.shift()?.() });
    hear({ type: "roster", payload: { people: [{ participantId: kwame, name: "Kwame", avatar: 3, present: true, answered: false }], total: 9 } });
    fireEvent.click(button("Look for bots…"));
    await pass();
    const dialog = screen.getByRole("dialog", { name: "Nobody looks like a bot" });
    expect(within(dialog).queryByRole("button", { name: /^Remove/ })).toBeNull();
    fireEvent.click(within(dialog).getAllByRole("button", { name: "Close" })[0]!);
    fireEvent.click(button("Look for bots…"));
    await pass();
    expect(screen.getByText("That did not work. Look again: whoever is still listed was not removed.")).toBeTruthy();
  });

  it("says so when a player could not be removed", async () => {
    const { hear, pass } = await openAt({}, { "game.removeParticipant": () => { throw refusal("BUSY"); } });
    hear({ type: "roster", payload: { people: [{ participantId: kwame, name: "Kwame", avatar: 3, present: true, answered: false }], total: 1 } });
    fireEvent.click(button("Remove Kwame"));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Remove" }));
    await pass();
    expect(screen.getByText(/^No connection to the server/)).toBeTruthy();
  });

  it("keeps the desk while it reconnects, says so, and is back with what was missed", async () => {
    const { sockets, hear, pass } = await openAt({ phase: "standings", round: 1, seq: 13 });
    sockets.latest().close(1006);
    await pass();
    expect(screen.getAllByText("Reconnecting, try 1 of 8")).not.toHaveLength(0);
    expect(button(/^Question 2/).disabled).toBe(false);
    await pass(2_000);
    expect(sockets.latest().subscriptions).toEqual([{ path: "host.events", input: { lastEventId: "e1.0" } }]);
    expect(screen.getByText("Back. Nothing was lost.")).toBeTruthy();
    hear({ type: "phase_changed", payload: { phase: "podium", round: 3, rounds: 3, seq: 20 }, id: "e1.1" });
    expect(button(/^Finish/).disabled).toBe(false);
  });

  it("tries at once when the computer finds its network again", async () => {
    const { sockets, api, pass } = await openAt({});
    api.online = false;
    sockets.latest().close(1006);
    await pass(12_000);
    api.online = true;
    fireEvent(window, new Event("online"));
    await pass();
    expect(sockets.opened).toHaveLength(2);
    expect(screen.queryByText(/^Reconnecting/)).toBeNull();
  });

  it("finds out, when it is looked at again, that its connection died in the meantime", async () => {
    const { sockets, pass } = await openAt({});
    sockets.answerTo = () => undefined;
    fireEvent(document, new Event("visibilitychange"));
    await pass(3_100);
    expect(screen.getAllByText("Reconnecting, try 1 of 8")).not.toHaveLength(0);
  });

  it("gives up honestly, and comes back when it is asked to", async () => {
    const { api, sockets, pass, hear } = await open({}, { online: false });
    await pass(180_000);
    expect(screen.getByRole("heading", { name: "We lost the game server" })).toBeTruthy();
    expect(screen.getByText(/every answer that was sent in time is counted, and it waits for you/)).toBeTruthy();
    expect(screen.queryByText(/You keep your name/)).toBeNull();
    api.online = true;
    fireEvent.click(button("Try again"));
    await pass();
    expect(sockets.opened).toHaveLength(1);
    hear(snapshotMessage("e1.0"));
    expect(button(/^Start the game/)).toBeTruthy();
  });

  it("finds the code also where it was asked for in a bad moment", async () => {
    let broken = true;
    const { hear, pass } = await open({ "game.overview": () => { if (broken) throw refusal("BUSY"); return overview; } });
    hear(snapshotMessage("e1.0"));
    expect(within(screen.getByRole("banner")).queryByText(/^482\s913$/)).toBeNull();
    broken = false;
    await pass(2_100);
    expect(within(screen.getByRole("banner")).getByText(/^482\s913$/)).toBeTruthy();
  });

  it("knows from the game's settings that no standings come between", async () => {
    await openAt({ phase: "reveal", round: 1 }, { "game.overview": () => ({ ...overview, settings: { pace: "manual", leaderboard: "end" } }) });
    expect(button(/^Question 2/).disabled).toBe(false);
  });

  it("is not for the host of another game", async () => {
    await open({ "live.token": () => { throw refusal("NOT_FOUND"); } });
    expect(screen.getByRole("heading", { name: "This is not your game" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "To your games" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Start/ })).toBeNull();
  });

  it("leads to the report of a game that is long over", async () => {
    await open({ "live.token": () => { throw refusal("ENDED"); } });
    expect(screen.getByRole("heading", { name: "This game has ended" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Open the report" }).getAttribute("href")).toBe(`/games/${gameId}/report`);
  });

  it("shows how a game ended while it still can be looked at, with its report in the next step's place", async () => {
    await open({
      "live.token": () => { throw refusal("ENDED"); },
      "live.state": () => ({ id: "e1.40", snapshot: snapshot({ phase: "ended", round: 3, seq: 31 }) }),
    });
    expect(within(screen.getByRole("banner")).getByText("Ended")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Open the report" }).getAttribute("href")).toBe(`/games/${gameId}/report`);
    expect(button("End game…").disabled).toBe(true);
  });

  it("closes its connection when it is left", async () => {
    const { sockets, unmount, pass } = await openAt({});
    unmount();
    await pass(60_000);
    expect(sockets.latest().isClosed()).toBe(true);
    expect(sockets.opened).toHaveLength(1);
  });
});
