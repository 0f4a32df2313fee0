// @vitest-environment jsdom
import type { RosterEntry } from "@quickfire/engine";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import { ánhTuyết, instant, kwame, openQuestion, snapshotMessage } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import type { FeedMessage } from "../store/feed-message";
import { HostSide } from "./HostSide";
import type { Rename } from "./RenameDialog";
import type { GiveTime } from "./TimeDialog";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => vi.useRealTimers());

function show(...messages: FeedMessage[]) {
  const onRename = vi.fn<Rename>(async (_, name) => (name === "Ánh Tuyết" ? "taken" : "renamed"));
  const onRemove = vi.fn<(participantId: string) => Promise<void>>(async () => undefined);
  const onChangeTeam = vi.fn<(participantId: string, team: number) => Promise<void>>(async () => undefined);
  const onAddBots = vi.fn<(count: number) => Promise<void>>(async () => undefined);
  const onRemoveBots = vi.fn<() => Promise<void>>(async () => undefined);
  const onGiveTime = vi.fn<GiveTime>(async () => undefined);
  function Shown() {
    const game = useLiveSelector((state) => state.feed.game);
    return game ? <HostSide game={game} onRename={onRename} onGiveTime={onGiveTime} onRemove={onRemove} onChangeTeam={onChangeTeam} onAddBots={onAddBots} onRemoveBots={onRemoveBots} onSwarm={() => undefined} /> : null;
  }
  const view = renderLive(<Shown />);
  view.hear(...messages);
  return { ...view, onRename, onGiveTime, onRemove, onChangeTeam, onAddBots, onRemoveBots };
}

const person = (participantId: RosterEntry["participantId"], more: Partial<RosterEntry> = {}): RosterEntry =>
  ({ participantId, name: participantId === kwame ? "Kwame" : "Ánh Tuyết", avatar: 3, present: true, answered: false, ...more });
const roster = (people: RosterEntry[], total = people.length): FeedMessage => ({ type: "roster", payload: { people, total } });
const progress = (more: Record<string, unknown> = {}): FeedMessage => ({ type: "progress", payload: { participants: 2, present: 2, answered: 0, ...more } });
const asking = (more: Record<string, unknown> = {}) =>
  snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion({ startTime: instant(500), endTime: instant(20_500), ...more }), endTime: instant(20_500) });
const people = () => screen.queryAllByRole("listitem").map(({ textContent }) => textContent);

describe("a rehearsal", () => {
  it("is offered in the lobby alone, and says how many bots are in, which leave at one click", async () => {
    const { hear, onAddBots, onRemoveBots } = show(snapshotMessage("e1.0"), roster([]));
    expect(screen.queryByRole("button", { name: "Remove all bots" })).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Add 20 bots" })));
    expect(onAddBots).toHaveBeenCalledWith(20);
    hear(roster([person(kwame), person(ánhTuyết, { name: "Bot Otter", bot: true })]));
    expect(screen.getByText("1 bot is in. The game is a rehearsal: it counts for no leaderboard.")).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Remove all bots" })));
    expect(onRemoveBots).toHaveBeenCalledOnce();
    hear(snapshotMessage("e1.1", { phase: "countdown", round: 1 }));
    expect(screen.queryByRole("heading", { name: "Rehearse with bots" })).toBeNull();
  });
});

describe("the list of players", () => {
  it("names who is here, and who has lost touch", () => {
    show(snapshotMessage("e1.0"), roster([person(ánhTuyết), person(kwame, { present: false })]));
    const list = within(screen.getByRole("list", { name: "Players" }));
    expect(list.getAllByRole("listitem").map((item) => within(item).queryByText("away") !== null)).toEqual([false, true]);
    expect(screen.getByText("2 players")).toBeTruthy();
  });

  it("moves somebody to another team while the game has not begun, and then only says which it is", () => {
    const { hear, onChangeTeam } = show(snapshotMessage("e1.0", { teamSizes: [1, 0] }), roster([person(kwame, { team: 1 })]));
    const select = screen.getByRole<HTMLSelectElement>("combobox", { name: "Team of Kwame" });
    expect(select.value).toBe("1");
    fireEvent.change(select, { target: { value: "2" } });
    expect(onChangeTeam).toHaveBeenCalledWith(kwame, 2);
    hear(snapshotMessage("e1.1", { phase: "countdown", round: 1, teamSizes: [0, 1] }));
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("shows during a question who still thinks, and says when nobody does", () => {
    const { hear } = show(asking(), roster([person(ánhTuyết, { answered: true }), person(kwame)]));
    expect(within(screen.getByRole("list", { name: "Still thinking" })).getByText("Kwame")).toBeTruthy();
    expect(screen.queryByText("Ánh Tuyết")).toBeNull();
    hear(roster([person(ánhTuyết, { answered: true }), person(kwame, { answered: true })]));
    expect(screen.getByText("Everyone has answered.")).toBeTruthy();
  });

  it("begins each question with everybody thinking, before the first counts come", () => {
    const { hear } = show(asking(), roster([person(kwame, { answered: true })]), progress({ answered: 1, tally: { answered: 1, right: 1, options: { "opt-b": 1 } } }));
    hear({ type: "new_question", payload: openQuestion({ questionId: "c0c0c0c0-0000-4000-8000-000000000002", round: 2 }), id: "e1.1" });
    expect(within(screen.getByRole("list", { name: "Still thinking" })).getByText("Kwame")).toBeTruthy();
    expect(screen.getByText("of 2 answered").parentElement?.textContent).toMatch(/^0of 2/);
  });

  it.each(["lobby", "question"] as const)("says that nobody has joined yet: %s", (phase) => {
    show(phase === "lobby" ? snapshotMessage("e1.0", { participants: 0 }) : asking(), roster([]));
    expect(screen.getByText("Nobody has joined yet.")).toBeTruthy();
  });

  it("says how many more there are than it can name", () => {
    show(snapshotMessage("e1.0", { participants: 1_502 }), roster([person(ánhTuyết), person(kwame)], 1_502));
    expect(screen.getByText("and 1,500 more")).toBeTruthy();
  });

  it("removes nobody by mistake: it asks first, by name, and takes no for an answer", () => {
    const { onRemove } = show(snapshotMessage("e1.0"), roster([person(kwame)]));
    fireEvent.click(screen.getByRole("button", { name: "Remove Kwame" }));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Remove Kwame?" })).getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Remove Kwame" }));
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(onRemove).not.toHaveBeenCalled();
  });

  it("gives somebody more time, not while a question is open, and says which they have", async () => {
    const { hear, onGiveTime } = show(snapshotMessage("e1.0"), roster([person(kwame)]));
    fireEvent.click(screen.getByRole("button", { name: "Time for Kwame" }));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Time for Kwame" })).getByRole("radio", { name: "1.5×" }));
    expect(onGiveTime).toHaveBeenCalledWith(kwame, 150);
    hear(roster([person(kwame, { ownTime: 150 })]));
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "1.5×" }).checked).toBe(true);
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
    hear(asking());
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Time for Kwame" }).disabled).toBe(true);
  });

  it("gives somebody another name, and says why a name was not taken", async () => {
    const { onRename } = show(snapshotMessage("e1.0"), roster([person(kwame)]));
    fireEvent.click(screen.getByRole("button", { name: "Rename Kwame" }));
    const dialog = within(screen.getByRole("dialog", { name: "Rename Kwame" }));
    const typed = dialog.getByRole("textbox", { name: "New name" });
    fireEvent.change(typed, { target: { value: "Ánh Tuyết" } });
    fireEvent.click(dialog.getByRole("button", { name: "Rename" }));
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
    expect(dialog.getByText("Someone in this game has this name.")).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Give a friendly name" }));
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(onRename.mock.calls).toEqual([[kwame, "Ánh Tuyết"], [kwame, undefined]]);
  });

  it("removes the one that was asked about, also when the list has changed meanwhile", () => {
    const { onRemove, hear } = show(snapshotMessage("e1.0"), roster([person(kwame)]));
    fireEvent.click(screen.getByRole("button", { name: "Remove Kwame" }));
    hear(roster([person(ánhTuyết), person(kwame)]));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Remove Kwame?" })).getByRole("button", { name: "Remove" }));
    expect(onRemove.mock.calls).toEqual([[kwame]]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("removes nobody from a game that is over", () => {
    show(snapshotMessage("e1.0", { phase: "ended", round: 3 }), roster([person(kwame)]));
    expect(people()).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Remove Kwame" })).toBeNull();
  });
});

describe("the count that the host watches", () => {
  it("is of players until a question opens, and then of answers, with the seconds left", () => {
    const { hear } = show(snapshotMessage("e1.0", { participants: 24 }));
    expect(screen.getByText("players are in").parentElement?.textContent).toMatch(/^24/);
    expect(screen.queryByRole("timer")).toBeNull();
    hear(snapshotMessage("e1.1", { phase: "question", round: 1, participants: 24, question: openQuestion({ startTime: instant(500), endTime: instant(20_500) }), endTime: instant(20_500) }));
    hear(progress({ participants: 24, present: 23, answered: 17 }));
    expect(screen.getByText("of 23 answered").parentElement?.textContent).toMatch(/^17/);
    expect(screen.getByRole("timer").textContent).toBe("20 s");
  });

  it("is never of more answers than players, when some have left after answering", () => {
    show(asking(), progress({ present: 1, answered: 2 }));
    expect(screen.getByText("of 2 answered")).toBeTruthy();
  });

  it("counts down to a start that comes by itself", () => {
    show(snapshotMessage("e1.0", { endTime: instant(31_000) }));
    expect(screen.getByRole("timer").textContent).toBe("30 s");
  });
});

describe("the answers so far", () => {
  it("are spread over the options, without a word about which is right", () => {
    show(asking(), progress({ answered: 3, tally: { answered: 3, right: 2, options: { "opt-a": 1, "opt-b": 2 } } }));
    const rows = within(screen.getByRole("region", { name: "Answers so far" })).getAllByRole("listitem");
    expect(rows.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/1$/), expect.stringMatching(/2$/), expect.stringMatching(/0$/), expect.stringMatching(/0$/)]);
    expect(screen.queryByText(/right/i)).toBeNull();
  });

  it("are the words that were typed, in the quiz's language, and none at first", () => {
    const { hear } = show(snapshotMessage("e1.0", { phase: "question", round: 1, language: "vi", question: openQuestion({ type: "typed", options: [], optionIds: [], startTime: instant(500) }) }));
    expect(screen.getByText("No answers yet")).toBeTruthy();
    const texts = Array.from({ length: 8 }, (_, index) => ({ text: `phở ${index + 1}`, n: 9 - index }));
    hear(progress({ answered: 40, tally: { answered: 40, right: 9, texts } }));
    const rows = within(screen.getByRole("region", { name: "Answers so far" })).getAllByRole("listitem");
    expect(rows).toHaveLength(6);
    expect(rows[0]?.textContent).toBe("phở 19");
    expect(screen.getByText("phở 1").lang).toBe("vi");
  });

  it("hide from a class that sees this screen, in this question and the next games", () => {
    const { unmount } = show(asking(), progress({ answered: 1, tally: { answered: 1, right: 1, options: { "opt-b": 1 } } }));
    fireEvent.click(screen.getByRole("button", { name: "Shown, hide" }));
    expect(people()).toEqual([]);
    unmount();
    show(asking());
    expect(people()).toEqual([]);
    const toggle = screen.getByRole("button", { name: "Hidden, show" });
    expect(toggle.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(toggle);
    expect(people()).toHaveLength(4);
  });

  it("are shown while a question is open, and at no other time", () => {
    show(snapshotMessage("e1.0", { phase: "reveal", round: 1, question: openQuestion() }));
    expect(screen.queryByRole("region", { name: "Answers so far" })).toBeNull();
  });
});
