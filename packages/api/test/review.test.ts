import { randomUUID } from "node:crypto";
import { writeFindings } from "@quickfire/db/anomalies";
import { createAssignmentCode, participantIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { failureOf } from "../src";
import { flaggedGame } from "./support/flagged-game";
import { present } from "./support/present";
import { password, type Person, useApi } from "./support/use-api";

const api = useApi();
const adminDesk = (admin: Person) => api().caller({ user: admin }).review;
const reasonOf = (call: Promise<unknown>) => call.then(() => "no refusal", (error: unknown) => failureOf(error).code);
const flagIn = async (admin: Person, flagId: string) => adminDesk(admin).byId({ flagId });

describe("the review list", () => {
  it("shows a flag with its evidence, to admins alone", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const { flagId, gameId } = await flaggedGame(api(), { author, name: "<b>Bot</b>" });
    const listed = (await adminDesk(admin).list({ status: "open" })).items.find((flag) => flag.flagId === flagId);
    expect(listed).toMatchObject({ rule: "answers-too-fast", strength: 3, status: "open", gameId, name: "<b>Bot</b>", userId: null, block: null, takenBack: 0, evidence: { fastestMs: 3 } });
    expect(await flagIn(admin, flagId)).toMatchObject({ answers: [{ round: 1, timeMs: 3, points: 1_000, takenBack: false }, { round: 2 }], history: [] });
    for (const person of [author, learner]) expect(await reasonOf(adminDesk(person).list({ status: "open" }))).toBe("FORBIDDEN");
    expect(await reasonOf(api().caller().review.list({ status: "open" }))).toBe("UNAUTHORIZED");
    expect(await reasonOf(adminDesk(admin).byId({ flagId: randomUUID() }))).toBe("NOT_FOUND");
    expect(await reasonOf(adminDesk(admin).byId({ flagId: "' or 1=1 --" }))).toBe("INVALID");
  });

  it("gives pages that neither repeat nor leave out a flag", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const flagged = await Promise.all([1, 2, 3].map(() => flaggedGame(api(), { author })));
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await adminDesk(admin).list({ status: "open", limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ flagId }) => flagId));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const { flagId } of flagged) expect(seen).toContain(flagId);
    expect(await reasonOf(adminDesk(admin).list({ status: "open", cursor: "nonsense" }))).toBe("INVALID");
  });

  it("lets one of two admins decide, and tells the other", async () => {
    const [admin, other, author] = [await api().person("admin"), await api().person("admin"), await api().person("author")];
    const { flagId } = await flaggedGame(api(), { author });
    const outcomes = await Promise.all([reasonOf(adminDesk(admin).confirm({ flagId, revision: 1 })), reasonOf(adminDesk(other).clear({ flagId, revision: 1 }))]);
    expect(outcomes.sort()).toEqual(["STALE", "no refusal"]);
    const flag = await flagIn(admin, flagId);
    expect(flag).toMatchObject({ revision: 2, history: [{ action: flag.status === "cleared" ? "clear" : "confirm", by: "Somebody" }] });
  });

  it("finds the same thing again without flagging it twice, and leaves what was decided", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { flagId, gameId, participantId } = await flaggedGame(api(), { author });
    const finding = { rule: "answers-too-fast" as const, participantId, strength: 2 as const, evidence: { kind: "faster-than-reading" as const, rounds: [1, 2, 3], answered: 3, fastestMs: 2, readingMs: 900 } };
    expect(await writeFindings(api().database.sql, gameId, [finding])).toEqual([]);
    expect(await flagIn(admin, flagId)).toMatchObject({ strength: 2, evidence: { fastestMs: 2 } });
    await adminDesk(admin).clear({ flagId, revision: 1 });
    expect(await writeFindings(api().database.sql, gameId, [{ ...finding, strength: 3 }])).toEqual([]);
    expect(await flagIn(admin, flagId)).toMatchObject({ status: "cleared", strength: 2 });
  });
});

describe("a block", () => {
  it("of an account holds at every door, says until when, and is gone when the flag is cleared", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const { flagId, gameId, pin, participantId, token } = await flaggedGame(api(), { author, learner });
    const pair = (await api().rest().post<{ refreshToken: string }>("/auth/token", { email: learner.email, password })).body;

    const { endsAt } = await adminDesk(admin).block({ flagId, revision: 1, minutes: 60 });
    const until = present(endsAt);
    const doors = {
      "sign-in": () => api().rest().post("/auth/token", { email: learner.email, password }),
      refresh: () => api().rest().post("/auth/refresh", { refreshToken: pair.refreshToken }),
      join: () => learner.rest.post(`/quizzes/${pin}/join`, { participantName: "Again" }),
      "what needs a sign-in": () => learner.rest.get("/quizzes"),
      "a board by their sign-in": () => learner.rest.get(`/games/${gameId}/leaderboard`),
      "the board of the game": () => api().rest(token).get(`/games/${gameId}/leaderboard`),
    };
    for (const [door, knock] of Object.entries(doors)) {
      const { status, body } = await knock();
      expect([door, status, body["code"], String(body["detail"]).includes(until)]).toEqual([door, 403, "BLOCKED", true]);
    }
    expect((await api().rest().post("/auth/token", { email: learner.email, password: "a wrong password" })).body["code"]).toBe("UNAUTHORIZED");
    const mine = api().caller({ participant: { gameId, participantId } });
    expect(await reasonOf(mine.live.answer({ questionId: randomUUID(), selectedOption: 0 }))).toBe("BLOCKED");
    expect(await reasonOf(mine.live.token({ gameId, as: "participant" }))).toBe("BLOCKED");
    expect(await reasonOf(api().caller({ user: learner }).attempt.begin({ code: createAssignmentCode(() => 0) }))).toBe("BLOCKED");
    expect((await api().services.store.participant(gameId, participantId))?.removed).toBe(true);
    expect((await api().rest().post(`/quizzes/${pin}/join`, { participantName: "A classmate" })).status).toBe(201);
    expect(await flagIn(admin, flagId)).toMatchObject({ revision: 2, block: { endsAt: until, automatic: false }, history: [{ action: "block", details: { endsAt: until } }] });

    await adminDesk(admin).clear({ flagId, revision: 2 });
    expect((await learner.rest.post(`/quizzes/${pin}/join`, { participantName: "Again" })).status).toBe(201);
    expect((await api().rest().post("/auth/token", { email: learner.email, password })).status).toBe(200);
    expect(await flagIn(admin, flagId)).toMatchObject({ status: "cleared", block: null, history: [{ action: "lift" }, { action: "clear" }, { action: "block" }] });
    const audited = await api().database.sql`select action, admin_user_id, ip from review_actions where flag_id = ${flagId} order by at`;
    expect(audited.every((row) => row["admin_user_id"] === admin.userId && row["ip"] !== null)).toBe(true);
  });

  it("of a guest keeps out this guest of this game, and nobody who shares the address", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { flagId, gameId, pin, participantId } = await flaggedGame(api(), { author });
    await adminDesk(admin).block({ flagId, revision: 1, minutes: null });
    expect(await reasonOf(api().caller({ participant: { gameId, participantId } }).live.state({ gameId }))).toBe("BLOCKED");
    expect((await api().rest().post(`/quizzes/${pin}/join`, { participantName: "A classmate" })).status).toBe(201);
    const { block } = await flagIn(admin, flagId);
    await adminDesk(admin).lift({ blockId: present(block).blockId });
    expect(await reasonOf(adminDesk(admin).lift({ blockId: present(block).blockId }))).toBe("NOT_FOUND");
    expect(await reasonOf(api().caller({ participant: { gameId, participantId } }).live.state({ gameId }))).toBe("FORBIDDEN");
  });

  it("that lasts longer stays when a shorter one is lifted", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const [one, other] = [await flaggedGame(api(), { author, learner }), await flaggedGame(api(), { author, learner })];
    await adminDesk(admin).block({ flagId: one.flagId, revision: 1, minutes: 10 });
    await adminDesk(admin).block({ flagId: other.flagId, revision: 1, minutes: null });
    await adminDesk(admin).clear({ flagId: one.flagId, revision: 2 });
    expect(await reasonOf(api().caller({ user: learner }).account.me())).toBe("BLOCKED");
    expect(await api().services.blocked.find(learner)).toEqual({ until: null });
  });

  it("can't be put on an admin, by nobody at all, or for no time", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { flagId } = await flaggedGame(api(), { author, learner: await api().person("admin", "learner") });
    expect(await reasonOf(adminDesk(admin).block({ flagId, revision: 1, minutes: 5 }))).toBe("PROTECTED");
    expect(await reasonOf(adminDesk(author).block({ flagId, revision: 1, minutes: 5 }))).toBe("FORBIDDEN");
    for (const minutes of [0, -1, 1.5, 1e9]) expect(await reasonOf(adminDesk(admin).block({ flagId, revision: 1, minutes }))).toBe("INVALID");
  });
});

describe("points", () => {
  it("of the flagged answers are taken back once, from the report and from the account", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const { flagId, gameId, participantId } = await flaggedGame(api(), { author, learner, ended: true });
    const { sql } = api().database;
    expect(await reasonOf(adminDesk(admin).takeBack({ flagId, revision: 1 }))).toBe("WRONG_PHASE");
    await sql`insert into user_scores (user_id, total) values (${learner.userId}, 5000)`;
    await sql`
      insert into score_changes (id, user_id, source, source_id, delta, old_total, new_total, action, at, earned_at)
      values (${randomUUID()}, ${learner.userId}, 'game', ${gameId}, 3000, 2000, 5000, 'live-game', now(), now() - interval '1 day')`;
    await sql`update game_outcomes set verified = true, scored_at = now() where game_id = ${gameId}`;

    expect(await adminDesk(admin).takeBack({ flagId, revision: 1 })).toEqual({ points: 2_000 });
    expect(await adminDesk(admin).takeBack({ flagId, revision: 2 })).toEqual({ points: 0 });
    expect(await reasonOf(adminDesk(admin).takeBack({ flagId, revision: 1 }))).toBe("STALE");
    const [total] = await sql`select total::int from user_scores where user_id = ${learner.userId}`;
    expect(total).toEqual({ total: 3_000 });
    const [change] = await sql`select delta, action, earned_at < now() - interval '23 hours' as earlier from score_changes where user_id = ${learner.userId} and source = 'correction'`;
    expect(change).toEqual({ delta: -2_000, action: "points-taken-back", earlier: true });
    expect(await flagIn(admin, flagId)).toMatchObject({ takenBack: 2_000, answers: [{ takenBack: true }, { takenBack: true }] });
    const report = await api().caller({ user: author }).game.report({ gameId });
    expect(report.participants).toMatchObject([{ participantId, score: 3_000, takenBack: 2_000 }]);
  });

  it("of two admins at once are taken back once", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { flagId, gameId } = await flaggedGame(api(), { author, ended: true });
    await api().database.sql`update game_outcomes set verified = true where game_id = ${gameId}`;
    const outcomes = await Promise.all([1, 2, 3].map(() => reasonOf(adminDesk(admin).takeBack({ flagId, revision: 1 }))));
    expect(outcomes.sort()).toEqual(["STALE", "STALE", "no refusal"]);
    expect((await flagIn(admin, flagId)).takenBack).toBe(2_000);
  });
});

describe("the audit", () => {
  const find = (admin: Person, filter: Record<string, unknown>) => api().caller({ user: admin }).audit.search(filter);

  it("finds score changes by game, name, account, address, action and time, and gives all of each", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const name = `Zoë ${randomUUID().slice(0, 8)}`;
    const { gameId, participantId } = await flaggedGame(api(), { author, learner, name });
    const { items } = await find(admin, { gameId, topic: "scores" });
    expect(items.map(({ oldScore, newScore }) => [oldScore, newScore])).toEqual([[2_000, 3_000], [1_000, 2_000], [0, 1_000]]);
    expect(items[0]).toMatchObject({ type: "SCORE_CHANGED", action: "answer", gameId, participantId, name, userId: learner.userId, userName: "Somebody", round: 3, ip: "198.51.100.7", userAgent: "a program" });
    const of = async (filter: Record<string, unknown>) => (await find(admin, { topic: "scores", ...filter })).items.length;
    expect(await of({ name: name.toUpperCase() })).toBe(3);
    expect(await of({ user: learner.email.toUpperCase() })).toBe(3);
    expect(await of({ user: learner.userId, action: "answer" })).toBe(3);
    expect(await of({ user: learner.userId, action: "skip" })).toBe(0);
    expect(await of({ gameId, address: "198.51.100.7" })).toBe(3);
    expect(await of({ gameId, address: "198.51.100.8" })).toBe(0);
    const at = present(items[1]).at;
    expect(await of({ gameId, from: at })).toBe(2);
    expect(await of({ gameId, to: at })).toBe(1);
    expect(await of({ user: "nobody@quickfire.test" })).toBe(0);
    for (const hostile of ["' or true --", "%", "_", "\\", "<script>alert(1)</script>"]) expect(await of({ gameId, name: hostile })).toBe(0);
  });

  it("finds by words of a browser's name what no wildcard finds", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { gameId } = await flaggedGame(api(), { author });
    const of = async (agent: string) => (await find(admin, { gameId, topic: "scores", agent })).items.length;
    expect([await of("PROGRAM a"), await of("a browser"), await of("%"), await of("_ program")]).toEqual([3, 0, 0, 0]);
  });

  it("shows decisions with who made them, and what was taken back of long-term points", async () => {
    const [admin, author, learner] = [await api().person("admin"), await api().person("author"), await api().person("learner")];
    const { flagId, gameId } = await flaggedGame(api(), { author, learner });
    await adminDesk(admin).block({ flagId, revision: 1, minutes: null });
    await api().caller({ user: admin }).user.setRoles({ userId: learner.userId, roles: [], seen: ["learner"] });
    const { sql } = api().database;
    await sql`
      insert into score_changes (id, user_id, source, source_id, delta, old_total, new_total, action, at, earned_at, ip)
      values (${randomUUID()}, ${learner.userId}, 'game', ${gameId}, 3000, 0, 3000, 'live-game', now() - interval '1 day', now(), null),
        (${randomUUID()}, ${learner.userId}, 'correction', 'x', -2000, 3000, 1000, 'points-taken-back', now(), now(), '198.51.100.9')`;
    const decisions = await find(admin, { topic: "decisions", user: learner.userId });
    expect(decisions.items).toMatchObject([
      { type: "DECISION", action: "roles", details: { from: "learner", to: "" }, by: "Somebody", userId: learner.userId },
      { type: "DECISION", action: "block", details: { endsAt: null }, by: "Somebody", ip: expect.any(String) },
    ]);
    for (const filter of [{ user: admin.email }, { action: "block", user: learner.userId }]) expect((await find(admin, { topic: "decisions", ...filter })).items).not.toHaveLength(0);
    for (const filter of [{ user: author.userId }, { name: "' or true --" }, { address: "203.0.113.250" }]) expect((await find(admin, { topic: "decisions", ...filter })).items).toEqual([]);
    const points = await find(admin, { topic: "points", user: learner.email });
    expect(points.items).toMatchObject([{ type: "POINTS_TAKEN_BACK", oldScore: 3_000, newScore: 1_000, ip: "198.51.100.9" }, { type: "POINTS_EARNED", gameId, oldScore: 0, newScore: 3_000 }]);
    expect((await find(admin, { topic: "points", gameId })).items).toHaveLength(1);
    const paged = await find(admin, { topic: "points", user: learner.email, limit: 1 });
    const next = await find(admin, { topic: "points", user: learner.email, limit: 1, cursor: present(paged.nextCursor) });
    expect(next.items).toMatchObject([{ type: "POINTS_EARNED" }]);
    const { events } = await api().caller({ user: admin }).audit.batch({ filter: { topic: "decisions", user: learner.userId }, after: null });
    expect(events).toHaveLength(2);
  });

  it("gives pages that neither repeat nor leave out an event, by game and by time", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    const { gameId } = await flaggedGame(api(), { author });
    for (const filter of [{ gameId }, { address: "198.51.100.7" }]) {
      const whole = (await find(admin, { ...filter, limit: 100 })).items.map(({ eventId }) => eventId);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await find(admin, { ...filter, limit: 3, ...(cursor === null ? {} : { cursor }) });
        paged.push(...page.items.map(({ eventId }) => eventId));
        cursor = page.nextCursor;
      } while (cursor !== null && paged.length < whole.length);
      expect(paged.slice(0, whole.length)).toEqual(whole);
    }
  });

  it("is for admins alone, and refuses what it can't read", async () => {
    const [admin, author] = [await api().person("admin"), await api().person("author")];
    expect(await reasonOf(find(author, {}))).toBe("FORBIDDEN");
    for (const bad of [{ gameId: "1; drop table games" }, { topic: "all" }, { from: "yesterday" }, { limit: 1_000 }, { name: "x\u0000" }, { colour: "red" }]) expect(await reasonOf(find(admin, bad))).toBe("INVALID");
  });
});

describe("verifying", () => {
  it("plays a game again for its host, and says where the board differs", async () => {
    const [author, other] = [await api().person("author"), await api().person("author")];
    const { gameId, participantId } = await flaggedGame(api(), { author, ended: true });
    const verify = (who: Person) => api().caller({ user: who }).game.verify({ gameId });
    // The log of this game has gaps, as the test wrote only a part of it.
    expect(await verify(author)).toMatchObject({ outcome: "incomplete", participants: 1, answers: 3, seal: { state: "unsealed" } });
    await api().database.sql`update audit_events set seq = place from (select event_id as id, row_number() over (order by seq)::int as place from audit_events where game_id = ${gameId}) numbered where event_id = id`;
    expect(await verify(author)).toMatchObject({ outcome: "agree", differences: [] });
    await api().database.sql`update game_standings set score = 9999 where game_id = ${gameId}`;
    expect(await verify(author)).toMatchObject({ outcome: "differ", differences: [{ kind: "standing", participantId, name: "Bot" }] });
    expect(await reasonOf(verify(other))).toBe("NOT_FOUND");
  });
});

it("knows no participant of another game", async () => {
  const [admin, author] = [await api().person("admin"), await api().person("author")];
  const { gameId } = await flaggedGame(api(), { author });
  const stranger = participantIdSchema.parse(randomUUID());
  const [flag] = await writeFindings(api().database.sql, gameId, [{ rule: "lock-step", participantId: stranger, strength: 2, evidence: { kind: "lock-step", rounds: [1], others: [stranger], group: 3, apartMs: 5 } }]);
  expect(await flagIn(admin, present(flag).flagId)).toMatchObject({ name: null, score: null, names: {} });
});
