import { describe, expect, it } from "vitest";
import { createLogger } from "./logger";

function capture() {
  const lines: string[] = [];
  const logger = createLogger({ service: "test", level: "trace", node: "n1", destination: { write: (line: string) => void lines.push(line) } });
  return { logger, last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? "null"), text: () => lines.join("") };
}

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2lnbmF0dXJlLXRleHQ";

describe("the logger", () => {
  it("writes one JSON line with level, time, service and node", () => {
    const { logger, last } = capture();
    logger.info({ round: 2 }, "round opened");
    expect(last()).toMatchObject({ level: "info", service: "test", node: "n1", round: 2, msg: "round opened", time: expect.stringMatching(/Z$/) });
  });

  it("keeps the ids of a game, a participant and a question on every line of a child", () => {
    const { logger, last } = capture();
    logger.child({ gameId: "g", participantId: "p", questionId: "q" }).warn("late");
    expect(last()).toMatchObject({ gameId: "g", participantId: "p", questionId: "q", msg: "late" });
  });

  it.each([
    ["a token", { token: "secret-1" }],
    ["a password", { body: { password: "secret-1" } }],
    ["a cookie header", { request: { headers: { cookie: ["secret-1", "b"] } } }],
    ["an authorization header, deep", { a: { b: { c: { d: { authorization: "secret-1" } } } } }],
    ["a subprotocol with a token", { headers: { "sec-websocket-protocol": "quickfire.v1, token.secret-1" } }],
    ["a bearer in a message of a library", { err: new Error("refused: Authorization: Bearer secret-1") }],
    ["a token in a URL", { url: "/ws?quizId=1&token=secret-1&x=1" }],
    ["a database URL with a password", { url: "postgres://quickfire:secret-1@127.0.0.1/quickfire" }],
  ])("never writes %s", (_what, fields) => {
    const { logger, text, last } = capture();
    logger.info(fields, "seen");
    expect(text()).not.toContain("secret-1");
    expect(last()).toMatchObject({ msg: "seen" });
  });

  it("never writes a token that stands in the text itself", () => {
    const { logger, text } = capture();
    logger.info(`connecting with ${jwt}`);
    expect(text()).not.toContain(jwt);
    expect(text()).toContain("[redacted]");
  });

  it("keeps the lines valid JSON whatever a secret holds", () => {
    const { logger, last } = capture();
    logger.info({ token: 'a"b\\', deep: { a: { b: { c: { password: 'x"y\\"' } } } } }, "odd");
    expect(last()).toMatchObject({ token: "[redacted]", msg: "odd" });
  });
});
