import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { waitFor, waitForEvent } from "./wait-for";

describe("waitFor", () => {
  it("returns the first value that the condition gives", async () => {
    let looks = 0;
    expect(await waitFor(() => ++looks === 3 && "there", { everyMs: 1 })).toBe("there");
  });

  it("fails with what was waited for", async () => {
    await expect(waitFor(() => null, { timeoutMs: 5, everyMs: 1, what: "the end of time" })).rejects.toThrow("the end of time did not come about within 5 ms");
  });
});

describe("waitForEvent", () => {
  it("passes over events that are not meant, and leaves no listener", async () => {
    const emitter = new EventEmitter();
    const awaited = waitForEvent<[number]>(emitter, "tick", { accepts: (n) => n > 1 });
    emitter.emit("tick", 1);
    emitter.emit("tick", 2);
    expect(await awaited).toEqual([2]);
    expect(emitter.listenerCount("tick")).toBe(0);
  });

  it("fails when the event does not come, and leaves no listener", async () => {
    const emitter = new EventEmitter();
    await expect(waitForEvent(emitter, "tick", { timeoutMs: 5 })).rejects.toThrow("the event tick did not come within 5 ms");
    expect(emitter.listenerCount("tick")).toBe(0);
  });
});
