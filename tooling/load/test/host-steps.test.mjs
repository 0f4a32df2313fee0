import { expect, it } from "vitest";
import { createHostSteps } from "../src/play/host-steps.mjs";

/** @param {readonly { status: number, headers?: Record<string, string>, body?: unknown }[]} answers what the commands are answered with, one after another */
function setUp(answers) {
  const queue = [...answers];
  /** @type {unknown[]} */
  const posted = [];
  const author = {
    get: async () => ({ status: 200, headers: {}, body: { seq: 7 } }),
    post: async (/** @type {string} */ path, /** @type {unknown} */ body) => {
      posted.push([path, body]);
      return { headers: {}, body: {}, ...(queue.shift() ?? { status: 200 }) };
    },
  };
  return { ...createHostSteps(author, "g"), posted };
}
const soon = { "retry-after": "0.01" };

it("gives a command again that was refused for the moment, and says how often", async () => {
  const { step, repeated, posted } = setUp([{ status: 503, headers: soon }, { status: 429, headers: soon }, { status: 503, headers: soon }, { status: 200 }]);
  await step("next");
  expect(posted).toEqual(Array.from({ length: 4 }, () => ["/games/g/next", { expectedSeq: 7 }]));
  expect(repeated).toEqual({ "host's calls repeated after 503": 2, "host's calls repeated after 429": 1 });
});

it("takes a command for done that an earlier try has carried out, and only then", async () => {
  const stale = { status: 409, body: { code: "STALE" } };
  await setUp([{ status: 503, headers: soon }, stale]).step("next");
  await expect(setUp([stale]).step("next")).rejects.toThrow("409");
});

it("does not repeat what is refused for good", async () => {
  const { step, posted } = setUp([{ status: 403 }]);
  await expect(step("end")).rejects.toThrow("403");
  expect(posted).toHaveLength(1);
});
