import { buildQuiz } from "@quickfire/testing";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, it, vi } from "vitest";
import { type AppRouter, appRouter, type SignedIn } from "../src";
import { present } from "./support/present";
import { joinAs, openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

/** The stock client on one side, the stock handler on the other, and no network between. */
function clientOf({ user = null, token = null }: { user?: SignedIn | null; token?: string | null } = {}) {
  const createContext = async () => api().context({ user, participant: token ? await api().services.tokens.participant.read(token) : null });
  const fetch = (url: string | URL | Request, options?: RequestInit) =>
    fetchRequestHandler({ endpoint: "/api/trpc", req: new Request(url, options), router: appRouter, createContext, maxBatchSize: 10 });
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "http://localhost:3000/api/trpc", fetch: fetch as typeof globalThis.fetch })] });
}

const raw = (path: string, options?: RequestInit) =>
  fetchRequestHandler({ endpoint: "/api/trpc", req: new Request(`http://localhost:3000/api/trpc/${path}`, options), router: appRouter, createContext: async () => api().context(), maxBatchSize: 10 });

async function failureFrom(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (error instanceof TRPCClientError) return { message: error.message, data: error.data as Record<string, unknown> };
  }
  throw new Error("this was to fail");
}

describe("failures over tRPC", () => {
  it("carry a reason, the issues by field and a status, and never a stack", async () => {
    const taken = await failureFrom(clientOf().account.register.mutate({ name: "Mai", email: "nonsense", password: "short" }));
    expect(taken.data).toMatchObject({ reason: "INVALID", httpStatus: 422, issues: [{ path: ["email"] }, { path: ["password"] }] });
    expect(taken.data).not.toHaveProperty("stack");
    expect((await failureFrom(clientOf().quiz.list.query({}))).data).toMatchObject({ reason: "UNAUTHORIZED", httpStatus: 401, code: "UNAUTHORIZED" });
    expect((await failureFrom(clientOf().join.lookup.query({ pin: "nothing" }))).data).toMatchObject({ reason: "NOT_FOUND", httpStatus: 404 });
  });

  it("that nobody expected say nothing of what happened, and are in the log with their place", async () => {
    const author = await api().person("author");
    const { services } = api();
    const { quizzes } = services;
    try {
      services.quizzes = { ...quizzes, list: () => Promise.reject(new TypeError("column secret_hash does not exist")) };
      const failure = await failureFrom(clientOf({ user: author }).quiz.list.query({}));
      expect(failure).toMatchObject({ message: "Something went wrong on our side", data: { reason: "INTERNAL", httpStatus: 500 } });
      services.quizzes = { ...quizzes, list: () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })) };
      expect((await failureFrom(clientOf({ user: author }).quiz.list.query({}))).data).toMatchObject({ reason: "BUSY", httpStatus: 503, retryAfterSeconds: 1 });
    } finally {
      services.quizzes = quizzes;
    }
    const line = JSON.parse(present(api().logged.find((logged) => logged.includes("secret_hash")))) as Record<string, unknown>;
    expect(line).toMatchObject({ level: "error", path: "quiz.list", reason: "INTERNAL" });
    expect(await services.metrics.registry.metrics()).toMatch(/quickfire_errors_total\{[^}]*place="procedure"[^}]*\} [1-9]/);
  });

  it("come within seconds, also where a store neither answers nor says no", async () => {
    const author = await api().person("author");
    const { services } = api();
    const { users } = services;
    vi.useFakeTimers();
    try {
      services.users = { ...users, byId: () => new Promise(() => undefined) };
      const failure = failureFrom(clientOf({ user: author }).account.me.query());
      await vi.advanceTimersByTimeAsync(10_100);
      expect((await failure).data).toMatchObject({ reason: "BUSY", httpStatus: 503, retryAfterSeconds: 1 });
    } finally {
      services.users = users;
      vi.useRealTimers();
    }
  });

  it("that show somebody reaching for more than is theirs are in the log, with who it was", async () => {
    const learner = await api().person("learner");
    expect((await failureFrom(clientOf({ user: learner }).quiz.list.query({}))).data).toMatchObject({ reason: "FORBIDDEN", httpStatus: 403 });
    const line = JSON.parse(present(api().logged.find((logged) => logged.includes(learner.userId)))) as Record<string, unknown>;
    expect(line).toMatchObject({ level: "warn", path: "quiz.list", reason: "FORBIDDEN", ip: expect.any(String) });
  });

  it.each([
    ["an unknown procedure", "nothing.here", undefined, 404],
    ["a mutation by GET", "account.register?input=%7B%7D", undefined, 405],
    ["input that is not JSON", "join.lookup?input=%7B", undefined, 422],
    ["a body that is not JSON", "account.register", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 422],
    ["a form", "account.register", { method: "POST", body: "name=x", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["null", "account.register", { method: "POST", body: "null", headers: { "content-type": "application/json" } }, 422],
    ["a batch of a thousand", `${Array.from({ length: 1_000 }, () => "account.me").join(",")}?batch=1&input=%7B%7D`, undefined, 422],
    ["a percent sign too much", "join.lookup?input=%E0%A4%A", undefined, 422],
    ["names of prototypes", "__proto__", undefined, 404],
    ["names of prototypes, deeper", "account.constructor", undefined, 404],
  ])("answer %s with a status, and not with a stack", async (_what, path, options, status) => {
    const reply = await raw(path, options as RequestInit | undefined);
    const text = await reply.text();
    expect(text).not.toMatch(/\.ts:|node_modules|at \w+ \(/);
    expect(text).not.toContain('"stack"');
    expect(reply.status).toBe(status);
  });
});

describe("a player whose network blocks sockets", () => {
  it("gets a socket's ticket, sees the game, answers and reads the board over HTTP all the same", async () => {
    const author = await api().person("author");
    const { gameId: id, pin } = await openGame(author, { countdown: 0, feedback: "instant", leaderboard: "live", speedWeight: 0 });
    const { services } = api();
    const gameId = present(await services.store.find(id)).facts.gameId;
    const mai = await joinAs(api(), pin, "Mai");
    const player = clientOf({ token: mai.token });

    const ticket = await clientOf().live.token.mutate({ gameId, as: "participant", participantToken: mai.token });
    expect(ticket).toMatchObject({ url: "ws://localhost:8090/trpc", expiresIn: 60 });
    expect(await services.tokens.socket.read(ticket.token)).toMatchObject({ role: "participant", participantId: mai.participantId });

    await author.rest.post(`/games/${id}/start`);
    await expect.poll(async () => (await services.store.advance(gameId), (await services.store.state(gameId))?.position.phase)).toBe("question");
    const { snapshot } = await player.live.state.query({ gameId });
    expect(snapshot).toMatchObject({ phase: "question", you: { name: "Mai", answered: false } });
    const question = present(snapshot.question);
    await expect.poll(async () => services.store.now() >= Date.parse(question.startTime)).toBe(true);

    const right = buildQuiz().questions[0];
    const text = right?.type === "choice" ? right.options.find(({ correct }) => correct)?.text : undefined;
    const sent = { questionId: question.questionId, selectedOption: present(text), actionId: "a" };
    expect(await player.live.answer.mutate(sent)).toMatchObject({ accepted: true, correct: true, points: 1_000 });
    expect(await player.live.answer.mutate(sent)).toMatchObject({ accepted: true, repeated: true });
    expect(await player.live.leaderboard.query({ around: "me", limit: 5 })).toMatchObject({ items: [{ name: "Mai", score: 1_000, rank: 1 }], total: 1 });
    expect((await player.live.state.query({ gameId })).snapshot.you).toMatchObject({ answered: true, score: 1_000 });
    expect(Date.parse((await player.live.heartbeat.query({ sentAt: 1 })).serverTime)).toBeGreaterThan(0);
    expect((await clientOf({ user: author }).live.state.query({ gameId })).snapshot).not.toHaveProperty("you");

    await author.rest.delete(`/games/${id}/participants/${mai.participantId}`);
    expect((await failureFrom(player.live.answer.mutate(sent))).data).toMatchObject({ reason: "FORBIDDEN" });
    await author.rest.post(`/games/${id}/end`);
    expect((await failureFrom(clientOf({ user: author }).live.token.mutate({ gameId, as: "host" }))).data).toMatchObject({ reason: "ENDED" });
  });
});
