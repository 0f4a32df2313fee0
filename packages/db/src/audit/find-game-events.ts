import { gameIdSchema, type GameId, type ParticipantId, type UserId } from "@quickfire/engine";
import type { Fragment, Sql } from "postgres";
import { searchPatterns } from "../quizzes/search-pattern";
import type { AuditEvent, AuditFilter, GameTopic } from "./audit-repository.types";
import { findUser } from "./find-user";
import { originIs } from "./origin-is";
import { type PageOfWalk, walkBack } from "./walk-back";

/** Of a name that is in more games than this, stretches of time are looked through instead of games. */
const mostGames = 200;

const typesOf: Record<GameTopic, string[]> = {
  scores: ["SCORE_CHANGED", "FINAL_STANDING"],
  answers: ["ANSWER_SUBMITTED", "ANSWER_REJECTED"],
  people: ["PARTICIPANT_JOINED", "TEAM_CHANGED", "PARTICIPANT_RENAMED", "PARTICIPANT_REMOVED"],
  game: [
    "GAME_CREATED", "GAME_STARTED", "GAME_REBUILT", "GAME_PAUSED", "GAME_RESUMED", "GAME_LOCKED", "GAME_ENDED", "PHASE_CHANGED",
    "QUESTION_OPENED", "QUESTION_CLOSED", "QUESTION_EXTENDED", "ROUND_SKIPPED", "ROUND_VOIDED",
  ],
};

type GameFilter = AuditFilter & { topic?: GameTopic };

/** Everything that happened in games, as it was logged. */
export async function findGameEvents(sql: Sql, filter: GameFilter, page: PageOfWalk): Promise<AuditEvent[]> {
  const people = await findPeople(sql, filter);
  if (people?.participants.length === 0) return [];
  const conditions = conditionsOf(sql, filter, people);
  const games = filter.gameId ? [filter.gameId] : people?.gameIds;
  const among = games ? sql`and game_id = any(${games}::text[])` : sql``;
  // A few games are found by their index at once.
  const walk = { ...filter, ...page, id: sql`event_id`, atOnce: Boolean(games) };
  return walkBack(sql, walk, (within, limit) => readEvents(sql, sql`${within} ${among} ${conditions}`, limit));
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

function conditionsOf(sql: Sql, { topic, action, ...filter }: GameFilter, people: People | null): Fragment {
  const who = people ? sql`and participant_id = any(${people.participants.map(({ participantId }) => participantId)}::uuid[])` : sql``;
  return sql`
    ${topic === undefined ? sql`` : sql`and type = any(${typesOf[topic]}::text[])`}
    ${action === undefined ? sql`` : sql`and action = ${action}`}
    ${originIs(sql, filter)}
    ${who}`;
}

/** Names are looked up for the events of the page alone. */
async function readEvents(sql: Sql, where: Fragment, limit: number): Promise<AuditEvent[]> {
  const rows = await sql<(AuditEvent & { at: string })[]>`
    select event_id as "eventId", at, type, action, found.game_id as "gameId", title, (payload->>'round')::int as round, found.participant_id as "participantId",
      coalesce(game_participants.name, payload->>'name') as name, coalesce(found.user_id, game_participants.user_id) as "userId", users.name as "userName", null as by, null as details,
      old_score as "oldScore", coalesce(new_score, (payload->>'score')::int) as "newScore", ip, user_agent as "userAgent"
    from (select * from audit_events where ${where} order by at desc, event_id desc limit ${limit}) found
    left join games on games.id = found.game_id
    left join game_participants on game_participants.game_id = found.game_id and game_participants.participant_id = found.participant_id
    left join users on users.id = coalesce(found.user_id, game_participants.user_id)
    order by at desc, event_id desc`;
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), gameId: gameIdSchema.parse(row.gameId) }));
}
