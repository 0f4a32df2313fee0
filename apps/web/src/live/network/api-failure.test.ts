import { err, ok } from "@quickfire/engine/result";
import { describe, expect, it, vi } from "vitest";
import { attempt, unreachable } from "./api-failure";
import { createHttpClient } from "./http-client";

const ask = (answer: () => Response) => {
  vi.stubGlobal("fetch", async () => answer());
  return attempt<unknown>(createHttpClient().live.heartbeat.query({ sentAt: 1 }));
};
const refused = (data: unknown) => () => Response.json([{ error: { message: "Not now", code: -32600, data } }], { status: 400 });

describe("a call to the api", () => {
  it("brings what came back", async () => {
    expect(await ask(() => Response.json([{ result: { data: { serverTime: "now" } } }]))).toEqual(ok({ serverTime: "now" }));
  });

  it("brings the api's own word for a failure, and when to come again", async () => {
    expect(await ask(refused({ reason: "RATE_LIMITED", retryAfterSeconds: 7 }))).toEqual(err({ reason: "RATE_LIMITED", field: null, message: "Not now", retryAfterSeconds: 7 }));
  });

  it("names the field that was wrong, and what is wrong with it", async () => {
    const issues = [{ path: ["nickname"], message: "too short" }, { path: ["avatar"], message: "unknown" }];
    expect(await ask(refused({ reason: "INVALID", issues }))).toEqual(err({ reason: "INVALID", field: "nickname", message: "too short", retryAfterSeconds: null }));
  });

  it.each([
    ["a network that is down", () => { throw new TypeError("Failed to fetch"); }],
    ["the page of a proxy", () => new Response("<h1>502 Bad Gateway</h1>", { status: 502 })],
    ["a failure without a reason", refused({ code: "INTERNAL_SERVER_ERROR" })],
    ["a failure without anything", refused(undefined)],
  ])("takes %s for nobody having answered", async (_, answer) => {
    expect(await ask(answer)).toEqual(err(unreachable));
  });

  it("is not misled by issues that are none", async () => {
    expect(await ask(refused({ reason: "INVALID", issues: ["odd"] }))).toMatchObject({ error: { reason: "INVALID", field: null } });
    expect(await ask(refused({ reason: "INVALID", issues: [{ path: "nickname" }] }))).toMatchObject({ error: { field: null, message: "Not now" } });
  });
});
