import type { GameId, ParticipantId } from "@quickfire/engine";
import type { Sql } from "postgres";
import { forgetPlayers, namelessPlayer } from "./forget-players";
import { forgottenAnswer } from "./without-person";

/** Of a very large game so many at a time: their events are held in memory. */
const playersAtOnce = 2_000;

export type ForgottenGuests = { people: number; unblocked: ParticipantId[] };

/** Makes nobody of the guests of games that ended (or, never ending, began) before that moment; so many games at once. Safe to repeat. */
export async function forgetGuests(sql: Sql, { before, games }: { before: Date; games: number }): Promise<ForgottenGuests> {
  const isDue = sql`guests_forgotten_at is null and (ended_at < ${before.toISOString()} or ended_at is null and started_at < ${before.toISOString()})`;
  await sql`
    update game_outcomes set guests_forgotten_at = now()
    where ${isDue} and not exists (select from game_participants where game_participants.game_id = game_outcomes.game_id and user_id is null and not bot)`;
  const due = await sql<{ gameId: GameId }[]>`select game_id as "gameId" from game_outcomes where ${isDue} order by ended_at limit ${games}`;
  const forgotten: ForgottenGuests = { people: 0, unblocked: [] };
  for (const { gameId } of due) {
    const guests = await sql<{ participantId: ParticipantId }[]>`
      select participant_id as "participantId" from game_participants where game_id = ${gameId} and user_id is null and not bot order by participant_id`;
    for (let from = 0; from < guests.length; from += playersAtOnce) {
      await forgetPlayers(sql, { gameId, participantIds: guests.slice(from, from + playersAtOnce).map(({ participantId }) => participantId), origins: false });
    }
    const lifted = await sql<{ participantId: ParticipantId }[]>`delete from blocks where game_id = ${gameId} and user_id is null returning participant_id as "participantId"`;
    await sql`update game_outcomes set guests_forgotten_at = now() where game_id = ${gameId}`;
    forgotten.people += guests.length;
    forgotten.unblocked.push(...lifted.map(({ participantId }) => participantId));
  }
  return forgotten;
}

/** The same for guests of homework whose deadline was before that moment. */
export async function forgetHomeworkGuests(sql: Sql, { before, people }: { before: Date; people: number }): Promise<number> {
  return sql.begin(async (transaction) => {
    const gone = await transaction<{ participantId: ParticipantId }[]>`
      update assignment_participants set name = ${namelessPlayer(sql)}, skeleton = null, key_hash = null
      where participant_id in (
        select participant_id from assignment_participants join assignments on assignments.id = assignment_id
        where key_hash is not null and deadline < ${before.toISOString()} limit ${people} for update of assignment_participants skip locked
      )
      returning participant_id as "participantId"`;
    await transaction`
      update attempt_questions set answer = ${JSON.stringify(forgottenAnswer)}::text::jsonb
      from attempts where attempts.id = attempt_id and attempts.participant_id = any(${gone.map(({ participantId }) => participantId)}::uuid[]) and answer ?| array['text', 'gaps']`;
    return gone.length;
  });
}
