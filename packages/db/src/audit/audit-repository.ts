import { gameIdSchema, type GameId, ok, type ParticipantId, type UserId, userIdSchema } from "@quickfire/engine";
import type { Fragment, Sql } from "postgres";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { searchPatterns } from "../quizzes/search-pattern";
import type { AuditEvent, AuditFilter, AuditRepository, AuditTopic } from "./audit-repository.types";
import { timeWindows } from "./time-windows";

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);
type Position = z.infer<typeof positionSchema>;

const batchSize = 1_000;
/** Of a name that is in more games than this, stretches of time are looked through instead of games. */
const mostGames = 200;

const typesOf: Record<AuditTopic, string[]> = {
  scores: ["SCORE_CHANGED", "FINAL_STANDING"],
  answers: ["ANSWER_SUBMITTED", "ANSWER_REJECTED"],
  people: ["PARTICIPANT_JOINED", "PARTICIPANT_REMOVED"],
  game: [
    "GAME_CREATED", "GAME_STARTED", "GAME_REBUILT", "GAME_PAUSED", "GAME_RESUMED", "GAME_LOCKED", "GAME_ENDED", "PHASE_CHANGED",
    "QUESTION_OPENED", "QUESTION_CLOSED", "QUESTION_EXTENDED", "ROUND_SKIPPED",
  ],
};

export function createAuditRepository(database: Database): AuditRepository {
  const { sql } = database;

  async function find(filter: AuditFilter, after: Position | null, limit: number): Promise<AuditEvent[]> {
    const people = await findPeople(sql, filter);
    if (people?.participants.length === 0) return [];
    const conditions = conditionsOf(sql, filter, people);
    const games = filter.gameId ? [filter.gameId] : people?.gameIds;
    const to = after ? new Date(after[0]) : (filter.to ?? new Date(Date.now() + 60_000));
    const before = after ? sql`and (at, event_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
    const found: AuditEvent[] = [];
    // A few games are found by their index at once.
    const windows = games ? [{ from: filter.from ?? null, to }] : timeWindows({ from: filter.from ?? null, to });
    for (const window of windows) {
      // The instant of the last event seen belongs to the next page as well: others may share it.
      const upTo = after && window.to.getTime() === to.getTime() ? sql`at <= ${window.to.toISOString()}::timestamptz` : sql`at < ${window.to.toISOString()}::timestamptz`;
      const from = window.from ? sql`and at >= ${window.from.toISOString()}::timestamptz` : sql``;
      const among = games ? sql`and game_id = any(${games}::text[])` : sql``;
      found.push(...(await readEvents(sql, sql`${upTo} ${from} ${before} ${among} ${conditions}`, limit - found.length)));
      if (found.length >= limit) break;
    }
    return found;
  }

  return defineRepository<AuditRepository>(database, "audit", {
    async search({ cursor, limit, ...filter }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      return ok(pageOf(await find(filter, after.value, size + 1), size, { item: (event) => event, position: ({ at, eventId }) => [at, eventId] }));
    },

    async batches({ filter, after }) {
      const position = decodeCursor(after ?? undefined, positionSchema);
      if (!position.ok) return { events: [], next: null };
      const page = pageOf(await find(filter, position.value, batchSize + 1), batchSize, { item: (event) => event, position: ({ at, eventId }) => [at, eventId] });
      return { events: page.items, next: page.nextCursor };
    },
  });
}

type People = { participants: { gameId: GameId; participantId: ParticipantId }[]; gameIds: GameId[] | null; userId: UserId | null };

/** Those whom the filter means; null where it means everybody. */
async function findPeople(sql: Sql, { name, user, gameId }: AuditFilter): Promise<People | null> {
  if (name === undefined && user === undefined) return null;
  const userId = user === undefined ? null : await findUser(sql, user);
  if (user !== undefined && userId === null) return { participants: [], gameIds: null, userId: null };
  const participants = await sql<People["participants"]>`
    select game_id as "gameId", participant_id as "participantId" from game_participants
    where true ${name === undefined ? sql`` : sql`and name ilike all(${searchPatterns(name)}::text[])`} ${userId === null ? sql`` : sql`and user_id = ${userId}`}
    ${gameId === undefined ? sql`` : sql`and game_id = ${gameId}`}`;
  const gameIds = [...new Set(participants.map((one) => one.gameId))];
  return { participants, gameIds: gameIds.length <= mostGames ? gameIds : null, userId };
}

async function findUser(sql: Sql, user: string): Promise<UserId | null> {
  const byId = userIdSchema.safeParse(user.trim());
  if (byId.success) return byId.data;
  const [row] = await sql<{ id: UserId }[]>`select id from users where email = ${user.trim().normalize("NFC").toLowerCase()}`;
  return row?.id ?? null;
}

function conditionsOf(sql: Sql, { topic, action, address }: AuditFilter, people: People | null): Fragment {
  const who = people
    ? sql`and participant_id = any(${people.participants.map(({ participantId }) => participantId)}::uuid[])`
    : sql``;
  return sql`
    ${topic === undefined ? sql`` : sql`and type = any(${typesOf[topic]}::text[])`}
    ${action === undefined ? sql`` : sql`and action = ${action}`}
    ${address === undefined ? sql`` : sql`and ip = ${address}`}
    ${who}`;
}

/** Names are looked up for the events of the page alone. */
async function readEvents(sql: Sql, where: Fragment, limit: number): Promise<AuditEvent[]> {
  const rows = await sql<(AuditEvent & { at: string })[]>`
    select event_id as "eventId", at, type, action, found.game_id as "gameId", title, (payload->>'round')::int as round, found.participant_id as "participantId",
      coalesce(game_participants.name, payload->>'name') as name, coalesce(found.user_id, game_participants.user_id) as "userId", users.name as "userName",
      old_score as "oldScore", coalesce(new_score, (payload->>'score')::int) as "newScore", ip, user_agent as "userAgent"
    from (select * from audit_events where ${where} order by at desc, event_id desc limit ${limit}) found
    left join games on games.id = found.game_id
    left join game_participants on game_participants.game_id = found.game_id and game_participants.participant_id = found.participant_id
    left join users on users.id = coalesce(found.user_id, game_participants.user_id)
    order by at desc, event_id desc`;
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), gameId: gameIdSchema.parse(row.gameId) }));
}
