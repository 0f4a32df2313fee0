import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../../test/fresh-database";
import { batchOf, gameHistory } from "../../test/game-history";
import type { LogRows } from "../log/log-rows";
import { writeLogRows } from "../log/write-log-rows";
import { sealGame, sealLateEvents, verifyGame } from ".";

const database = useDatabase();

async function storedGame({ sealed = true, without = -1 } = {}) {
  const { sql } = database();
  const game = gameHistory();
  const missing = game.entries[without];
  await writeLogRows(sql, batchOf(game.entries.filter((entry) => entry !== missing)));
  if (sealed) await sealGame(sql, game.gameId);
  return { ...game, missing, verify: () => verifyGame(sql, game.gameId) };
}
const eventIdsOf = (rows: LogRows) => rows.events.map(({ eventId }) => eventId);

describe("the board", () => {
  it("is verified where it follows from the log, with what was compared", async () => {
    const { verify } = await storedGame();
    expect(await verify()).toMatchObject({ outcome: "agree", participants: 2, answers: 5, differences: [], seal: { state: "intact", events: 21 } });
  });

  it("is not verified while the game runs, or while a part of the log is missing", async () => {
    const { sql } = database();
    const running = gameHistory();
    await writeLogRows(sql, batchOf(running.entries.slice(0, -3)));
    expect(await verifyGame(sql, running.gameId)).toMatchObject({ outcome: "running", differences: [] });
    const gapped = await storedGame({ sealed: false, without: 4 });
    expect(await gapped.verify()).toMatchObject({ outcome: "incomplete" });
    if (gapped.missing) await writeLogRows(sql, gapped.missing);
    expect(await gapped.verify()).toMatchObject({ outcome: "agree", seal: { state: "unsealed" } });
  });

  it("waits with its verdict until every final standing is told of", async () => {
    // The last one, without which the log's numbers have no gap.
    const { missing, verify } = await storedGame({ sealed: false, without: gameHistory().entries.length - 1 });
    expect(await verify()).toMatchObject({ outcome: "incomplete" });
    if (missing) await writeLogRows(database().sql, missing);
    expect(await verify()).toMatchObject({ outcome: "agree" });
  });

  it("differs exactly where a standing was changed", async () => {
    const { gameId, ann, verify } = await storedGame();
    await database().sql`update game_standings set score = 950 where game_id = ${gameId} and participant_id = ${ann}`;
    const figures = { totalTimeMs: 1_000, rank: 1 };
    expect(await verify()).toMatchObject({
      outcome: "differ", differences: [{ kind: "standing", participantId: ann, name: "Ann", stored: { ...figures, score: 950 }, logged: { ...figures, score: 900 } }],
    });
    const [outcome] = await database().sql`select verified from game_outcomes where game_id = ${gameId}`;
    expect(outcome).toEqual({ verified: false });
  });

  it("differs exactly where an answer was changed, left out, or made up", async () => {
    const { sql } = database();
    const { gameId, ann, ben, questions, verify } = await storedGame();
    await sql`update game_answers set points = points + 1 where game_id = ${gameId} and participant_id = ${ann}`;
    await sql`delete from game_answers where game_id = ${gameId} and participant_id = ${ben} and round = 3`;
    await sql`insert into game_answers (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at) values (${gameId}, 3, ${ann}, ${questions[2] ?? ""}, '{}', true, 5, 5, now())`;
    expect((await verify())?.differences).toEqual([
      { kind: "answer", participantId: ann, name: "Ann", round: 1, stored: { points: 901, timeMs: 1_000 }, logged: { points: 900, timeMs: 1_000 } },
      ...[
        { kind: "answer" as const, participantId: ann, name: "Ann", round: 3, stored: { points: 5, timeMs: 5 }, logged: null },
        { kind: "answer" as const, participantId: ben, name: "Ben", round: 3, stored: null, logged: { points: 900, timeMs: 500 } },
      ].sort((one, other) => (one.participantId < other.participantId ? -1 : 1)),
    ]);
  });

  it("differs where somebody stands on it who never joined", async () => {
    const { gameId, cat, verify } = await storedGame();
    await database().sql`insert into game_standings (game_id, participant_id, rank, score, total_time_ms) values (${gameId}, ${cat}, 3, 0, 0)`;
    expect(await verify()).toMatchObject({ outcome: "differ", differences: [{ kind: "standing", participantId: cat, logged: null }] });
  });
});

describe("the seal", () => {
  it("is made once: of an ended game, by one of several at once, and never again", async () => {
    const { sql } = database();
    const { gameId, entries } = gameHistory();
    await writeLogRows(sql, batchOf(entries.slice(0, -3)));
    expect(await sealGame(sql, gameId)).toBeNull();
    await writeLogRows(sql, batchOf(entries));
    const made = await Promise.all([sealGame(sql, gameId), sealGame(sql, gameId), sealGame(sql, gameId)]);
    expect(made.filter((seal) => seal !== null)).toEqual([{ events: 21, head: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await sealGame(sql, gameId)).toBeNull();
    await expect(sql`update audit_seals set events = 16 where game_id = ${gameId}`).rejects.toThrow("a seal is never changed");
    await expect(sql`update audit_seals set links = ''::bytea where game_id = ${gameId}`).rejects.toThrow("a seal is never changed");
  });

  it.each([
    ["new_score", "new_score = 1"],
    ["payload", `payload = '{"round": 1, "points": 1}'`],
    ["time", "at = at + interval '1 ms'"],
    ["participant", "participant_id = gen_random_uuid()"],
    ["type", "type = 'ANSWER_REJECTED'"],
  ])("shows a change of an event's %s, and which event it is", async (_what, change) => {
    const { sql } = database();
    const { gameId, entries, verify } = await storedGame();
    const changed = entries[6]?.events[0]?.eventId ?? "";
    await sql.unsafe(`update audit_events set ${change} where event_id = '${changed}'`);
    expect(await verify()).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { part: 0, place: 6, what: "event", event: { eventId: changed } } } });
    expect(gameId).toBeDefined();
  });

  it("shows that an event is gone, also the last one", async () => {
    const { sql } = database();
    const middle = await storedGame();
    await sql`delete from audit_events where event_id = any(${eventIdsOf(batchOf(middle.entries.slice(6, 7)))}::uuid[])`;
    expect(await middle.verify()).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { place: 6, event: { eventId: middle.entries[7]?.events[0]?.eventId } } } });
    const end = await storedGame();
    const last = eventIdsOf(batchOf(end.entries.slice(-1)));
    await sql`delete from audit_events where event_id = any(${last}::uuid[])`;
    const place = eventIdsOf(batchOf(end.entries)).length - last.length;
    expect(await end.verify()).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { place, event: null } } });
  });

  it("shows another address, until addresses are forgotten together with their links", async () => {
    const { sql } = database();
    const { gameId, entries, verify } = await storedGame();
    const moved = entries[9]?.events[0]?.eventId ?? "";
    await sql`update audit_events set ip = '198.51.100.9' where event_id = ${moved}`;
    expect(await verify()).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { what: "address", place: 9, event: { eventId: moved } } } });
    await sql`update audit_events set ip = null, user_agent = null where game_id = ${gameId}`;
    await sql`update audit_seals set origin_links = null where game_id = ${gameId}`;
    expect(await verify()).toMatchObject({ outcome: "agree", seal: { state: "intact" } });
  });

  it("shows an event that somebody put in, and takes one that a worker was delivered late", async () => {
    const { sql } = database();
    const { gameId, missing, verify } = await storedGame({ without: 3 });
    if (!missing) throw new Error("the history is shorter than it was");
    await writeLogRows(sql, missing);
    expect(await verify()).toMatchObject({ outcome: "differ", seal: { state: "added", events: 1, first: { eventId: eventIdsOf(missing)[0] } } });
    expect(await sealLateEvents(sql, gameId, [randomUUID()])).toBeNull();
    expect(await sealLateEvents(sql, gameId, eventIdsOf(missing))).toMatchObject({ events: 1 });
    expect(await sealLateEvents(sql, gameId, eventIdsOf(missing))).toBeNull();
    expect(await verify()).toMatchObject({ outcome: "agree", seal: { state: "intact", events: 21, heads: [expect.any(String), expect.any(String)] } });
    await sql`update audit_events set type = 'GAME_LOCKED' where event_id = any(${eventIdsOf(missing)}::uuid[])`;
    expect(await verify()).toMatchObject({ seal: { state: "broken", at: { part: 1, place: 0 } } });
  });

  it("shows that the seal itself is gone", async () => {
    const { gameId, verify } = await storedGame();
    await database().sql`delete from audit_seals where game_id = ${gameId}`;
    expect(await verify()).toMatchObject({ outcome: "differ", seal: { state: "missing" } });
    expect(await sealGame(database().sql, gameId)).toBeNull();
  });
});

it("knows no game that is not there", async () => {
  expect(await verifyGame(database().sql, gameHistory().gameId)).toBeNull();
});
