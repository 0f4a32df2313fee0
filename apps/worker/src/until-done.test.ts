import { expect, it } from "vitest";
import { untilDone } from "./until-done";

it("tries again until it succeeds, and says so", async () => {
  const said: string[] = [];
  let left = 3;
  const value = await untilDone(
    async () => {
      left -= 1;
      if (left > 0) throw new Error(`${left} left`);
      return "done";
    },
    {
      signal: new AbortController().signal,
      onFailure: (error, attempt) => said.push(`${attempt}: ${String(error)}`),
      onRecovery: () => said.push("well again"),
      firstDelayMs: 1,
    },
  );
  expect(value).toBe("done");
  expect(said).toEqual(["1: Error: 2 left", "2: Error: 1 left", "well again"]);
});

it("gives up at once when it is stopped while it waits", async () => {
  const stop = new AbortController();
  const trying = untilDone(async () => Promise.reject(new Error("never")), { signal: stop.signal, onFailure: () => stop.abort(), firstDelayMs: 60_000 });
  await expect(trying).rejects.toMatchObject({ name: "AbortError" });
});

it("makes one attempt even after it was stopped, so that work in hand can be finished", async () => {
  const stopped = { signal: AbortSignal.abort(), onFailure: () => undefined };
  expect(await untilDone(async () => "done", stopped)).toBe("done");
  await expect(untilDone(async () => Promise.reject(new Error("never")), stopped)).rejects.toMatchObject({ name: "AbortError" });
});
