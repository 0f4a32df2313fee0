import { err, ok } from "@quickfire/engine/result";
import { describe, expect, it, vi } from "vitest";
import { unreachable } from "../network/api-failure";
import type { Joined, JoinRequest } from "./join-api";
import { joinWithRetries } from "./join-with-retries";

const request = { pin: "482913", participantName: "Ánh Tuyết", idempotencyKey: "key-1" };
const joined = { gameId: "g", participantId: "p", name: "Ánh Tuyết", token: "t", quizId: "482913", wsUrl: "", trpcUrl: "" } as unknown as Joined;
const wait = () => Promise.resolve();
type Join = Parameters<typeof joinWithRetries>[1]["join"];

describe("joinWithRetries", () => {
  it("tries again under the same key when the network failed, and is in once", async () => {
    const seen: JoinRequest[] = [];
    const onRetry = vi.fn<(retry: number, inSeconds: number | null) => void>();
    const waited: number[] = [];
    const outcome = await joinWithRetries(request, {
      join: async (asked) => (seen.push(asked) < 3 ? err(unreachable) : ok(joined)),
      wait: async (ms) => void waited.push(ms),
      onRetry,
    });
    expect(outcome).toEqual(ok(joined));
    expect(seen.map(({ idempotencyKey }) => idempotencyKey)).toEqual(["key-1", "key-1", "key-1"]);
    expect(waited).toEqual([1_000, 1_000]);
    expect(onRetry.mock.calls).toEqual([[1, null], [2, null]]);
  });

  it("comes again when a server with too much to do says", async () => {
    const busy = { reason: "BUSY", field: null, message: "", retryAfterSeconds: 4 };
    const join = vi.fn<Join>(async () => ok(joined)).mockResolvedValueOnce(err(busy));
    const onRetry = vi.fn<(retry: number, inSeconds: number | null) => void>();
    const waited: number[] = [];
    expect(await joinWithRetries(request, { join, wait: async (ms) => void waited.push(ms), onRetry })).toEqual(ok(joined));
    expect(waited).toEqual([4_000]);
    expect(onRetry.mock.calls).toEqual([[1, 4]]);
  });

  it("gives up after three more tries", async () => {
    const join = vi.fn<Join>(async () => err(unreachable));
    expect(await joinWithRetries(request, { join, wait, onRetry: () => undefined })).toEqual(err(unreachable));
    expect(join).toHaveBeenCalledTimes(4);
  });

  it("takes a refusal for an answer", async () => {
    const taken = { reason: "NAME_TAKEN", field: null, message: "", retryAfterSeconds: null };
    const join = vi.fn<Join>(async () => err(taken));
    expect(await joinWithRetries(request, { join, wait, onRetry: () => undefined })).toEqual(err(taken));
    expect(join).toHaveBeenCalledTimes(1);
  });
});
