// @vitest-environment jsdom
import type { HostCommandName } from "@quickfire/engine";
import { ok } from "@quickfire/engine/result";
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import { useShortcuts } from "../parts/use-shortcuts";
import { gameId, openQuestion, snapshotMessage } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import type { LiveGame } from "../store/live-game";
import { HostControls } from "./HostControls";
import { hostActionsOf, hostKeysOf, isBetweenQuestions } from "./host-actions";
import type { HostSettings } from "./host-settings";
import { HostTools } from "./HostTools";
import type { CommandProblem } from "./use-host-commands";

type Given = { settings?: Partial<HostSettings>; problem?: CommandProblem };

function show(at: Record<string, unknown>, { settings, problem }: Given = {}) {
  const run = vi.fn<(command: HostCommandName, seconds?: number) => Promise<void>>(async () => undefined);
  const chosen: HostSettings = { pace: "manual", boardBetween: true, floodedBefore: false, ...settings };
  function Controls({ game }: { game: LiveGame }) {
    const actions = hostActionsOf(game, chosen, run);
    useShortcuts(hostKeysOf(actions));
    return (
      <>
        <HostControls gameId={gameId} game={game} settings={chosen} actions={actions} problem={problem ?? null} />
        <section aria-label="Tools"><HostTools gameId={gameId} round={game.round} actions={actions} earlier={{ isPossible: isBetweenQuestions(game), load: async () => ok([]), show: async () => undefined }} onQr={() => undefined} onFullScreen={undefined} onKeys={() => undefined} /></section>
      </>
    );
  }
  function Shown() {
    const game = useLiveSelector((state) => state.feed.game);
    return game ? <Controls game={game} /> : null;
  }
  const view = renderLive(<><label>Note <input /></label><Shown /></>);
  view.hear(snapshotMessage("e1.0", { round: 1, ...at }));
  return { ...view, run };
}

const toolsShown = () => within(screen.getByRole("region", { name: "Tools" })).getAllByRole<HTMLButtonElement>("button");
const buttons = () => screen.getAllByRole<HTMLButtonElement>("button").filter((button) => !button.disabled && !toolsShown().includes(button)).map(({ textContent }) => textContent);
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });
const question = { phase: "question", question: openQuestion() };

describe("the host's controls", () => {
  it.each([
    ["lobby", { phase: "lobby", round: 0 }, ["Start the game Space", "Lock L", "End game…"]],
    ["countdown", { phase: "countdown" }, ["Pause P", "Skip S", "Lock L", "End game…"]],
    ["question", question, ["Reveal Space", "Pause P", "+10 s T", "Skip S", "Lock L", "End game…"]],
    ["pause", { ...question, paused: true }, ["Go on Space", "Skip S", "Lock L", "End game…"]],
    ["reveal", { phase: "reveal" }, ["Standings Space", "Lock L", "End game…"]],
    ["standings", { phase: "standings" }, ["Question 2 Space", "Lock L", "End game…"]],
    ["podium", { phase: "podium", round: 3 }, ["Finish Space", "Lock L", "End game…"]],
    ["end", { phase: "ended", round: 3 }, []],
  ])("offer in a %s only what can be done there", (_, at, offered) => {
    show(at);
    expect(buttons()).toEqual(offered);
  });

  it("keep their places whatever can be done, so that nobody hits the wrong one", () => {
    const { hear } = show({ phase: "lobby", round: 0 });
    const places = () => screen.getAllByRole("button").slice(1).map(({ textContent }) => textContent);
    const inLobby = places();
    hear(snapshotMessage("e1.1", { round: 1, ...question }));
    expect(places()).toEqual(inLobby);
  });

  it("may pause between the questions as well where the game runs by itself", () => {
    show({ phase: "standings" }, { settings: { pace: "auto" } });
    expect(buttons()).toContain("Pause P");
  });

  it.each([["Space", " ", ["reveal", undefined]], ["P", "p", ["pause", undefined]], ["T", "t", ["extend", 10]], ["S", "S", ["skip", undefined]], ["L", "l", ["lock", undefined]]])(
    "answer to %s like to a click",
    (_, key, asked) => {
      const { run } = show(question);
      press(key);
      expect(run.mock.calls).toEqual([asked]);
    },
  );

  it("go on and let people in again by the same keys", () => {
    const { run } = show({ ...question, paused: true, locked: true });
    expect(screen.getByRole("button", { name: /^Locked/ }).getAttribute("aria-pressed")).toBe("true");
    for (const key of ["p", "l", " "]) press(key);
    expect(run.mock.calls.map(([command]) => command)).toEqual(["resume", "unlock", "resume"]);
  });

  it("do nothing for a key whose command is not to be had", () => {
    const { run } = show({ phase: "lobby", round: 0 });
    for (const key of ["p", "t", "s", "x", "Escape"]) press(key);
    fireEvent.click(screen.getByRole("button", { name: /^Pause/ }));
    expect(run).not.toHaveBeenCalled();
  });

  it("leave alone whoever types, the browser's own shortcuts, and a key that is held down", () => {
    const { run } = show(question);
    press("s", screen.getByLabelText("Note"));
    fireEvent.keyDown(document.body, { key: "t", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "p", metaKey: true });
    fireEvent.keyDown(document.body, { key: " ", repeat: true });
    expect(run).not.toHaveBeenCalled();
  });

  it("leave Space to the button that has the focus, which it presses already", () => {
    const { run } = show(question);
    press(" ", screen.getByRole("button", { name: /^Pause/ }));
    expect(run).not.toHaveBeenCalled();
    press("s", screen.getByRole("button", { name: /^Pause/ }));
    expect(run.mock.calls.map(([command]) => command)).toEqual(["skip"]);
  });

  it("end the game only after asking, and let it be", () => {
    const { run } = show(question);
    fireEvent.click(screen.getByRole("button", { name: "End game…" }));
    const asked = within(screen.getByRole("dialog", { name: "End this game now?" }));
    expect(asked.getByText(/Answers that were given count/)).toBeTruthy();
    press("s", asked.getByRole("button", { name: "Cancel" }));
    fireEvent.click(asked.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(run).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "End game…" }));
    fireEvent.click(screen.getByRole("button", { name: "End the game" }));
    expect(run.mock.calls.map(([command]) => command)).toEqual(["end"]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("say before a lobby is ended that nobody has played yet", () => {
    show({ phase: "lobby", round: 0 });
    fireEvent.click(screen.getByRole("button", { name: "End game…" }));
    expect(screen.getByText(/^Nobody has played yet/)).toBeTruthy();
  });

  it("say what comes next, and in its place why a command did nothing", () => {
    const { unmount } = show({ phase: "standings", round: 3 });
    expect(screen.getByRole("status").textContent).toContain("Next: the podium. It was the last question.");
    unmount();
    show({ phase: "standings", round: 3 }, { problem: "movedOn" });
    expect(screen.getByRole("status").textContent).toBe("The game had already moved on. This is how it stands now.");
  });

  it("lead to the report once the game is over", () => {
    show({ phase: "ended", round: 3 });
    expect(screen.getByRole("link", { name: "Open the report" }).getAttribute("href")).toBe(`/games/${gameId}/report`);
  });
});

describe("the host's tools", () => {
  const tool = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
  const closed = { phase: "reveal", question: openQuestion(), closed: { questionId: openQuestion().questionId, correct: ["opt-b"], tally: { answered: 1, right: 1 } } };

  it("take a question back only after a question of their own, and only once", () => {
    const { run, hear } = show(closed);
    fireEvent.click(tool("Void question…"));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Void question 1?" })).getByRole("button", { name: "Cancel" }));
    expect(run).not.toHaveBeenCalled();
    fireEvent.click(tool("Void question…"));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Void the question" }));
    expect(run.mock.calls).toEqual([["void", undefined]]);
    hear({ type: "question_voided", payload: { questionId: openQuestion().questionId, round: 1 }, id: "e1.1" });
    expect(tool("Void question…").disabled).toBe(true);
  });

  it("show the way to the same desk on a phone", () => {
    show({ phase: "lobby", round: 0 });
    fireEvent.click(tool("Phone remote"));
    expect(within(screen.getByRole("dialog", { name: "Phone remote" })).getByRole("img", { name: "QR code of this desk" })).toBeTruthy();
  });

  it("lead from the standings back to the answer, also by the keys of a slide remote, and from nowhere else", () => {
    const { run, hear } = show(closed);
    press("ArrowLeft");
    expect(tool("Show the answer again").disabled).toBe(true);
    hear({ type: "phase_changed", payload: { phase: "standings", round: 1, rounds: 3, seq: 4 }, id: "e1.1" });
    fireEvent.click(tool("Show the answer again"));
    press("ArrowLeft");
    press("PageUp");
    press("PageDown");
    expect(run.mock.calls.map(([command]) => command)).toEqual(["back", "back", "back", "next"]);
  });
});
