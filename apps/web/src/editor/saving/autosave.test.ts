import type { QuizContent } from "@quickfire/engine/quiz";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosave } from "./autosave";
import { createDeviceCopy } from "./device-copy";
import type { SaveOutcome, SaveState } from "./save-state";

const quiz = (title: string): QuizContent => ({ title, description: "", language: "en", tags: [], questions: [] });

/** A server that answers what the test tells it to, and remembers what it was sent. */
function stage({ revision = 1, conflict = false, forgetful = false } = {}) {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { if (forgetful) throw new Error("full"); kept.set(key, value); }, removeItem: (key: string) => void kept.delete(key) };
  const device = createDeviceCopy({ storage, quizId: "q", tab: "here", now: Date.now });
  const sent: { title: string; revision: number }[] = [];
  const states: SaveState["kind"][] = [];
  const waiting: ((outcome: SaveOutcome) => void)[] = [];
  const autosave = createAutosave({
    revision,
    conflict,
    device,
    now: Date.now,
    save: ({ title }, revision) => {
      sent.push({ title, revision });
      return new Promise((resolve) => { waiting.push(resolve); });
    },
    onState: (state) => states.push(state.kind),
  });
  const answer = async (outcome: SaveOutcome) => {
    waiting.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, device, sent, states, answer };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saving", () => {
  it("waits for a pause, then sends the newest version once", async () => {
    const { autosave, sent, answer, device } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(500);
    autosave.change(quiz("ab"));
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([]);
    expect(device.read()?.quiz.title).toBe("ab");
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toEqual([{ title: "ab", revision: 1 }]);
    await answer({ kind: "saved", revision: 2 });
    expect(autosave.state).toEqual({ kind: "saved", at: Date.now() });
    expect(autosave.revision).toBe(2);
    expect(device.read()).toBeNull();
  });

  it("saves every few seconds whoever never pauses", async () => {
    const { autosave, sent } = stage();
    for (let keys = 0; keys < 14; keys++) {
      autosave.change(quiz("x".repeat(keys)));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(sent).toHaveLength(1);
  });

  it("sends one at a time, and what was typed meanwhile afterwards, on the new revision", async () => {
    const { autosave, sent, states, answer, device } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    autosave.change(quiz("b"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    await answer({ kind: "saved", revision: 2 });
    expect(autosave.state.kind).toBe("saving");
    expect(device.read()).toMatchObject({ quiz: { title: "b" }, revision: 2 });
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([{ title: "a", revision: 1 }, { title: "b", revision: 2 }]);
    await answer({ kind: "saved", revision: 3 });
    expect(states.at(-1)).toBe("saved");
  });

  it("saves at once when told to, also while another is on its way", async () => {
    const { autosave, sent, answer } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    autosave.change(quiz("b"));
    const flushed = autosave.flush();
    await answer({ kind: "saved", revision: 2 });
    await answer({ kind: "saved", revision: 3 });
    expect((await flushed).kind).toBe("saved");
    expect(sent.map(({ title }) => title)).toEqual(["a", "b"]);
  });

  it("has nothing to do when nothing changed", async () => {
    const { autosave, sent } = stage();
    expect((await autosave.flush()).kind).toBe("saved");
    expect(sent).toEqual([]);
  });

  it("sends nothing any more once stopped", async () => {
    const { autosave, sent } = stage();
    autosave.change(quiz("a"));
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });
});

describe("trouble", () => {
  it.each(["offline", "failed"] as const)("keeps the work on the device and tries again by itself while %s", async (kind) => {
    const { autosave, sent, answer, device } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind });
    expect(autosave.state.kind).toBe(kind);
    autosave.change(quiz("b"));
    expect(autosave.state.kind).toBe(kind);
    expect(device.read()?.quiz.title).toBe("b");
    await vi.advanceTimersByTimeAsync(2_000);
    await answer({ kind });
    await vi.advanceTimersByTimeAsync(3_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    await answer({ kind: "saved", revision: 2 });
    expect(sent.map(({ title }) => title)).toEqual(["a", "b", "b"]);
    expect(autosave.state.kind).toBe("saved");
  });

  it("says so where the browser keeps nothing", async () => {
    const { autosave, answer } = stage({ forgetful: true });
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind: "offline" });
    expect(autosave.state).toEqual({ kind: "offline", kept: false });
  });

  it("waits for a change where the server can't take what was written", async () => {
    const { autosave, sent, answer } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind: "refused", message: "The title is longer than 120 characters." });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    autosave.change(quiz("b"));
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toHaveLength(2);
  });

  it.each(["conflict", "gone", "signed-out"] as const)("sends nothing by itself after %s, and loses nothing either", async (kind) => {
    const { autosave, sent, answer, device } = stage();
    autosave.change(quiz("a"));
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind });
    autosave.change(quiz("b"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(autosave.state.kind).toBe(kind);
    expect(device.read()?.quiz.title).toBe("b");
  });
});

describe("after a conflict", () => {
  async function conflict() {
    const parts = stage();
    parts.autosave.change(quiz("mine"));
    await vi.advanceTimersByTimeAsync(800);
    await parts.answer({ kind: "conflict" });
    return parts;
  }

  it("does not save behind the author's back, even when told to hurry", async () => {
    const { autosave, sent } = await conflict();
    expect((await autosave.flush()).kind).toBe("conflict");
    expect(sent).toHaveLength(1);
  });

  it("saves what is here on the newest revision when the author keeps it", async () => {
    const { autosave, sent, answer } = await conflict();
    autosave.continueFrom(7);
    expect(sent.at(-1)).toEqual({ title: "mine", revision: 7 });
    await answer({ kind: "saved", revision: 8 });
    expect(autosave).toMatchObject({ state: { kind: "saved" }, revision: 8 });
  });

  it("begins with the decision where this device kept work that was overtaken", async () => {
    const { autosave, sent, device } = stage({ revision: 3, conflict: true });
    autosave.change(quiz("kept"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(device.read()).toMatchObject({ revision: 3 });
    autosave.continueFrom(9);
    expect(sent).toEqual([{ title: "kept", revision: 9 }]);
  });

  it("saves nothing when the author takes the other version", async () => {
    const { autosave, sent, device } = await conflict();
    autosave.adopt(7);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(autosave).toMatchObject({ state: { kind: "saved" }, revision: 7 });
    expect(device.read()).toBeNull();
  });
});

describe("the device's copy", () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  };

  it("comes back as it was kept, and is no other quiz's", () => {
    const shared = storage();
    const copy = createDeviceCopy({ storage: shared, quizId: "one", tab: "a", now: () => 5 });
    copy.keep(quiz("mine"), 3);
    expect(copy.read()).toEqual({ quiz: quiz("mine"), revision: 3, at: 5, tab: "a" });
    expect(createDeviceCopy({ storage: shared, quizId: "two", tab: "a", now: () => 5 }).read()).toBeNull();
  });
  it("is not thrown away by another tab", () => {
    const shared = storage();
    const mine = createDeviceCopy({ storage: shared, quizId: "one", tab: "a", now: () => 5 });
    mine.keep(quiz("mine"), 3);
    createDeviceCopy({ storage: shared, quizId: "one", tab: "b", now: () => 6 }).clear();
    expect(mine.read()).not.toBeNull();
  });
  it("says so where the browser keeps nothing, and breaks nothing", () => {
    const broken = { getItem: () => { throw new Error("forbidden"); }, setItem: () => { throw new Error("full"); }, removeItem: () => { throw new Error("forbidden"); } };
    const copy = createDeviceCopy({ storage: broken, quizId: "one", tab: "a", now: () => 5 });
    expect(copy.keep(quiz("mine"), 3)).toBe(false);
    expect(copy.read()).toBeNull();
    copy.clear();
  });
  it("ignores what is not a quiz", () => {
    const shared = storage();
    shared.setItem("quickfire.unsaved-quiz.one", '{"quiz": 3}');
    expect(createDeviceCopy({ storage: shared, quizId: "one", tab: "a", now: () => 5 }).read()).toBeNull();
  });
});
