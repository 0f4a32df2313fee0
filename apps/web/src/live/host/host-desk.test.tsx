// @vitest-environment jsdom
import { hostMessageSchema } from "@quickfire/engine/messages";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import { joinPlaceOf } from "../stage/join-place";
import type { FeedMessage } from "../store/feed-message";
import { gameId, instant, openQuestion, roundOfEvents, numbered, snapshotMessage } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { HostBar } from "./HostBar";
import { HostDesk } from "./HostDesk";
import { ProgressStrip } from "./ProgressStrip";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const join = joinPlaceOf({ webUrl: "https://quickfire.example", pin: "482913" });

let floodedBefore = false;

function show(part: "bar" | "strip" | "desk", ...messages: FeedMessage[]) {
  function Shown() {
    const game = useLiveSelector((state) => state.feed.game);
    if (!game) return null;
    if (part === "bar") return <HostBar gameId={gameId} game={game} join={join} />;
    return part === "strip" ? <ProgressStrip game={game} /> : <HostDesk gameId={gameId} game={game} join={join} settings={{ pace: "manual", boardBetween: true, floodedBefore }} />;
  }
  const view = renderLive(<Shown />);
  view.hear(...messages);
  return view;
}

const clipboard = (writeText: (text: string) => Promise<void>) => vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: { writeText } } }));
const settle = (ms = 0) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

describe("the bar above the host's desk", () => {
  it("says what runs, where it stands, and who is connected once that is known", () => {
    const { hear } = show("bar", snapshotMessage("e1.0", { language: "en" }));
    expect(screen.getByText("3 questions")).toBeTruthy();
    expect(screen.getByText("\u2013 connected")).toBeTruthy();
    hear({ type: "progress", payload: { participants: 24, present: 23, answered: 0 } }, snapshotMessage("e1.1", { phase: "countdown", round: 2 }));
    expect(screen.getByText("23 connected")).toBeTruthy();
    expect(screen.getByText("Question 2 of 3")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Past or present perfect?" }).lang).toBe("en");
  });

  it("says while results wait to be stored, and while the game is being restored; and no longer", () => {
    const { hear } = show("bar", snapshotMessage("e1.4", { phase: "countdown", round: 2 }));
    hear({ type: "saving", payload: { waiting: true } });
    expect(screen.getByText("Saving… results are safe, the report follows")).toBeTruthy();
    hear({ type: "saving", payload: { waiting: false } });
    expect(screen.queryByText(/Saving/)).toBeNull();
    // Told to this connection alone, under the number of what it has seen already.
    hear({ type: "game_recovering", payload: {}, id: "e1.4" });
    expect(screen.getByText("The game is being restored")).toBeTruthy();
    hear(snapshotMessage("2-rebuilt.0", { phase: "countdown", round: 2 }));
    expect(screen.queryByText("The game is being restored")).toBeNull();
  });

  it("copies the link that leads straight into the game, and says so for a moment", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    clipboard(writeText);
    show("bar", snapshotMessage("e1.0"));
    fireEvent.click(screen.getByRole("button", { name: "Copy join link" }));
    await settle();
    expect(writeText).toHaveBeenCalledWith("https://quickfire.example/join/482913");
    expect(screen.getByRole("status").textContent).toBe("Link copied");
    await settle(2_600);
    expect(screen.getByRole("button", { name: "Copy join link" })).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("shows the link to be copied by hand where the browser gives no clipboard", async () => {
    clipboard(async () => { throw new Error("not over plain HTTP"); });
    show("bar", snapshotMessage("e1.0"));
    fireEvent.click(screen.getByRole("button", { name: "Copy join link" }));
    await settle();
    const link = screen.getByLabelText<HTMLInputElement>("Join link");
    expect(link.value).toBe("https://quickfire.example/join/482913");
    fireEvent.focus(link);
    expect(link.selectionEnd).toBe(link.value.length);
  });

  it("opens one projector window for each game, however often it is asked", () => {
    const open = vi.fn<typeof window.open>(() => null);
    vi.stubGlobal("open", open);
    show("bar", snapshotMessage("e1.0"));
    const projector = screen.getByRole("button", { name: "Projector window" });
    fireEvent.click(projector);
    fireEvent.click(projector);
    expect(open.mock.calls.map(([path, name]) => [path, name])).toEqual(Array.from({ length: 2 }, () => [`/games/${gameId}/stage`, `quickfire-${gameId}`]));
  });
});

describe("the strip of rounds", () => {
  const rounds = () => screen.getAllByRole("listitem").map(({ title }) => title);

  it("says of each round that is over how many had it right, as far as this page has seen it", () => {
    const { hear } = show("strip", snapshotMessage("e1.0"), ...numbered(roundOfEvents(), 0));
    expect(rounds()).toEqual(["Question 1", "Question 2", "Question 3"]);
    hear({ type: "phase_changed", payload: { phase: "countdown", round: 2, rounds: 3, seq: 20, endTime: instant(60_000) }, id: "e1.9" });
    expect(rounds()).toEqual(["Question 1: 50% right", "Question 2", "Question 3"]);
    expect(screen.getByRole("list", { name: "Progress: question 2 of 3" })).toBeTruthy();
  });

  it("counts the last round as over once the podium is there, and a round without answers as 0%", () => {
    const { hear } = show("strip", snapshotMessage("e1.0", { phase: "question", round: 3, question: openQuestion({ round: 3 }) }));
    hear({ type: "question_closed", payload: { questionId: openQuestion().questionId, correct: openQuestion().optionIds.slice(1, 2), tally: { answered: 0, right: 0 } }, id: "e1.1" });
    hear({ type: "phase_changed", payload: { phase: "podium", round: 3, rounds: 3, seq: 30 }, id: "e1.2" });
    expect(rounds()).toEqual(["Question 1", "Question 2", "Question 3: 0% right"]);
  });

  it("writes no figures into a strip too narrow for them", () => {
    show("strip", snapshotMessage("e1.0", { rounds: 40 }));
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(Array.from({ length: 40 }, () => ""));
  });
});

describe("the host's desk", () => {
  it("has the two ways out of a flood, also where the page was opened after it", () => {
    const { hear } = show("desk", snapshotMessage("e1.0"));
    const notice = () => screen.queryByRole("alert");
    expect(notice()).toBeNull();
    hear({ type: "game_locked", payload: { locked: true, flood: true }, id: "e1.1" });
    expect(notice()?.textContent).toContain("Nobody else can join until you unlock it.");
    expect(screen.getByRole("button", { name: "See who came in the rush…" })).toBeTruthy();
    hear({ type: "game_locked", payload: { locked: false }, id: "e1.2" });
    expect(notice()).toBeNull();
    cleanup();
    floodedBefore = true;
    show("desk", snapshotMessage("e1.3", { locked: true }));
    expect(notice()).not.toBeNull();
    floodedBefore = false;
  });

  it("turns daylight on for its stage and the projector's, and off again, by D", () => {
    const { container } = show("desk", snapshotMessage("e1.0"));
    const isDay = () => container.querySelector(".stage.day") !== null;
    expect(isDay()).toBe(false);
    fireEvent.keyDown(document.body, { key: "d" });
    expect(isDay()).toBe(true);
    // Another window of this browser, which remembers the same.
    localStorage.setItem("quickfire.daylight", "false");
    fireEvent(window, new StorageEvent("storage", { key: "quickfire.daylight" }));
    expect(isDay()).toBe(false);
  });

  it("fills its stage with the QR code by Q, until the game moves", () => {
    const { hear } = show("desk", snapshotMessage("e1.0", { phase: "standings", round: 1, seq: 4 }));
    const code = () => screen.queryByRole("img", { name: "QR code to join this game" });
    expect(code()).toBeNull();
    fireEvent.keyDown(document.body, { key: "q" });
    expect(code()).toBeTruthy();
    hear({ type: "phase_changed", payload: { phase: "countdown", round: 2, rounds: 3, seq: 5 }, id: "e1.1" });
    expect(code()).toBeNull();
  });

  it("shows an earlier result and says so, until the game moves", () => {
    const result = { question: openQuestion(), closed: { questionId: openQuestion().questionId, correct: ["opt-b"], tally: { answered: 2, right: 1 } }, voided: false };
    const { hear } = show("desk", snapshotMessage("e1.0", { phase: "standings", round: 2, seq: 12 }), hostMessageSchema.parse({ type: "result_shown", payload: { seq: 12, result } }));
    expect(screen.getByText("The stage shows question 1 again.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: openQuestion().text })).toBeTruthy();
    hear({ type: "phase_changed", payload: { phase: "countdown", round: 3, rounds: 3, seq: 13 }, id: "e1.1" });
    expect(screen.queryByText("The stage shows question 1 again.")).toBeNull();
    expect(screen.queryByRole("heading", { name: openQuestion().text })).toBeNull();
  });
});
