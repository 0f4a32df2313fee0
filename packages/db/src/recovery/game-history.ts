import type { GameId, GameSettings, OwnTime, ParticipantId, Pin, QuestionId, QuizId, QuizVersion, QuizVersionId, UserId } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";

/** What happened to a whole game. `payload` and `questionId` together are what was logged. Instants are milliseconds. */
export type HistoryEvent = { type: string; at: number; questionId: QuestionId | null; payload: unknown };

export type HistoryParticipant = {
  participantId: ParticipantId;
  name: string;
  avatar: number;
  team: number | null;
  /** The first round that counts for their team; null in a game without teams. */
  fromRound: number | null;
  userId: UserId | null;
  bot: boolean;
  /** As it was given last; null for who was given none. */
  ownTime: OwnTime | null;
  joinedAt: number;
  removed: boolean;
  idempotency: unknown;
};

export type HistoryAnswer = {
  round: number;
  participantId: ParticipantId;
  answer: unknown;
  correct: boolean | null;
  points: number;
  timeMs: number;
  at: number;
};

export type GameHistory = {
  gameId: GameId;
  hostUserId: UserId;
  title: string;
  pin: Pin;
  settings: GameSettings;
  createdAt: number;
  quiz: QuizVersion;
  /** In the order of the log, through all epochs. */
  events: HistoryEvent[];
  people: HistoryParticipant[];
  answers: HistoryAnswer[];
  /** Of the last event of any kind. */
  lastAt: number;
  /** How many final standings are stored. */
  standings: number;
  /** How many events of any kind are stored of it. */
  storedEvents: number;
};

type GameRow = Omit<GameHistory, "quiz" | "events" | "people" | "answers"> & { quizId: QuizId; quizVersionId: QuizVersionId; content: Omit<QuizVersion, "quizId" | "quizVersionId"> };

/** All that is stored of a game, from one moment; null for a game that nobody has recorded. */
export async function readGameHistory(sql: Sql, gameId: GameId): Promise<GameHistory | null> {
  return sql.begin("isolation level repeatable read read only", async (transaction) => {
    const [game] = await transaction<GameRow[]>`
      select games.id as "gameId", games.quiz_id as "quizId", quiz_version_id as "quizVersionId", host_user_id as "hostUserId", title, pin, settings,
        round(extract(epoch from games.created_at) * 1000)::float8 as "createdAt", quiz_versions.content,
        (select count(*)::int from game_standings where game_id = ${gameId}) as standings,
        coalesce(round(extract(epoch from stored.last_at) * 1000)::float8, 0) as "lastAt", stored.count as "storedEvents"
      from games join quiz_versions on quiz_versions.id = quiz_version_id
      cross join lateral (select max(at) as last_at, count(*)::int as count from audit_events where game_id = games.id) stored
      where games.id = ${gameId}`;
    if (!game) return null;
    const { content, quizId, quizVersionId, ...facts } = game;
    const [events, people, answers] = await Promise.all([readEvents(transaction, gameId), readPeople(transaction, gameId), readAnswers(transaction, gameId)]);
    return { ...facts, quiz: { ...content, quizId, quizVersionId }, events, people, answers };
  });
}

const ofOneParticipant = ["PARTICIPANT_JOINED", "TEAM_CHANGED", "TIME_GIVEN", "PARTICIPANT_RENAMED", "PARTICIPANT_REMOVED", "ANSWER_SUBMITTED", "ANSWER_REJECTED", "SCORE_CHANGED", "FINAL_STANDING"];

function readEvents(sql: TransactionSql, gameId: GameId): Promise<HistoryEvent[]> {
  return sql<HistoryEvent[]>`
    select type, round(extract(epoch from at) * 1000)::float8 as at, question_id as "questionId", payload
    from audit_events left join game_epochs using (game_id, epoch)
    where game_id = ${gameId} and type <> all(${ofOneParticipant})
    order by coalesce(fence, 0), seq, index`;
}

function readPeople(sql: TransactionSql, gameId: GameId): Promise<HistoryParticipant[]> {
  return sql<HistoryParticipant[]>`
    select participant_id as "participantId", name, avatar, team, people.user_id as "userId", bot,
      (select (payload->>'percent')::int from audit_events given where given.game_id = people.game_id and given.participant_id = people.participant_id and given.type = 'TIME_GIVEN'
        order by at desc, seq desc limit 1) as "ownTime",
      removed_at is not null as removed,
      round(extract(epoch from joined_at) * 1000)::float8 as "joinedAt", payload -> 'idempotency' as idempotency, (payload->>'fromRound')::int as "fromRound"
    from game_participants people
    left join audit_events joined using (game_id, participant_id)
    where game_id = ${gameId} and joined_at is not null and (joined.type is null or joined.type = 'PARTICIPANT_JOINED')
    order by joined_at, participant_id`;
}

function readAnswers(sql: TransactionSql, gameId: GameId): Promise<HistoryAnswer[]> {
  return sql<HistoryAnswer[]>`
    select round, participant_id as "participantId", answer, correct, points, time_ms as "timeMs", round(extract(epoch from at) * 1000)::float8 as at
    from game_answers where game_id = ${gameId} order by round, participant_id`;
}
