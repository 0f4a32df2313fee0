// @vitest-environment jsdom
import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { snapshotMessage } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import type { SoundSettings } from "./sound-settings";
import { useStageSound } from "./use-stage-sound";

/** Where a browser has its loudspeakers: counts what is started. */
function fakeLoudspeakers() {
  const seen = { contexts: 0, tones: 0, beds: 0, closed: 0 };
  const param = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined, setTargetAtTime: () => undefined, cancelScheduledValues: () => undefined, value: 0 };
  class FakeNode {
    gain = param;
    frequency = param;
    connect = <Node,>(node: Node) => node;
    constructor(_context?: unknown, options: { frequency?: number; detune?: number } = {}) {
      // Of the bed's five waves, the slow one.
      this.isBed = options.frequency !== undefined;
      this.isSwell = this.isBed && options.detune === undefined;
    }
    private isBed: boolean;
    private isSwell: boolean;
    start = () => void (this.isSwell ? (seen.beds += 1) : this.isBed ? undefined : (seen.tones += 1));
    stop = () => undefined;
  }
  for (const name of ["OscillatorNode", "GainNode", "BiquadFilterNode"]) vi.stubGlobal(name, FakeNode);
  vi.stubGlobal("AudioContext", class {
    state = "running";
    currentTime = 0;
    destination = new FakeNode();
    constructor() { seen.contexts += 1; }
    createGain = () => new FakeNode();
    createDynamicsCompressor = () => new FakeNode();
    close = async () => void (seen.closed += 1);
  });
  return seen;
}

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settings: SoundSettings = { on: true, lobby: 60, question: 80, results: 100 };

function listen(chosen: SoundSettings = settings) {
  const seen = fakeLoudspeakers();
  function Listening({ game }: { game: LiveGame }) {
    useStageSound(game, chosen);
    return null;
  }
  function Shown() {
    const game = useLiveSelector((state) => state.feed.game);
    return game ? <Listening game={game} /> : null;
  }
  const view = renderLive(<Shown />);
  view.hear(snapshotMessage("e1.0", { participants: 1 }));
  const comes = (participants: number) => view.hear({ type: "lobby_changed", payload: { participants }, id: `e1.${participants}` });
  return { ...view, seen, comes };
}

it("opens no loudspeakers before somebody has touched the page, and lets go of them when it is left", () => {
  const { seen, comes, unmount } = listen();
  comes(2);
  expect(seen).toEqual({ contexts: 0, tones: 0, beds: 0, closed: 0 });
  fireEvent.pointerDown(window);
  fireEvent.keyDown(window, { key: "x" });
  comes(3);
  expect(seen).toEqual({ contexts: 1, tones: 1, beds: 1, closed: 0 });
  unmount();
  expect(seen.closed).toBe(1);
});

it.each([["off", { ...settings, on: false }], ["turned down for this part", { ...settings, lobby: 0 }]])("makes no sound that is %s", (_, chosen) => {
  const { seen, comes } = listen(chosen);
  fireEvent.pointerDown(window);
  comes(2);
  expect(seen).toMatchObject({ tones: 0, beds: 0 });
});
