import type { GameId, ParticipantId } from "@quickfire/engine";
import type { Sql } from "postgres";
import { forgottenAnswer } from "./without-person";
import { takeOutOfLog } from "./take-out-of-log";

/** What a player without a name is called: the same in every list of the game, and nowhere else. */
export const namelessPlayer = (sql: Sql) => sql`'Player ' || upper(left(participant_id::text, 4))`;

/**
 * Makes players of a game nobody: no account, name or avatar, nothing that they typed. Their scores, choices and times stay, so the
 * host's report and the board stay whole. With `origins` their addresses go as well, at once. Safe to repeat.
 */
export async function forgetPlayers(sql: Sql, { gameId, participantIds, origins }: { gameId: GameId; participantIds: readonly ParticipantId[]; origins: boolean }): Promise<void> {
  await sql.begin(async (transaction) => {
    // The sealing of late events waits meanwhile, and the other way round.
    await transaction`select from game_outcomes where game_id = ${gameId} for update`;
    await takeOutOfLog(transaction, gameId, new Set(participantIds));
    if (origins) {
      await transaction`update audit_events set ip = null, user_agent = null where game_id = ${gameId} and participant_id = any(${participantIds}::uuid[])`;
      await transaction`update audit_seals set origin_links = null where game_id = ${gameId} and origin_links is not null`;
    }
    await transaction`
      update game_answers set action_id = null, answer = case when answer ?| array['text', 'gaps'] then ${JSON.stringify(forgottenAnswer)}::text::jsonb else answer end
      where game_id = ${gameId} and participant_id = any(${participantIds}::uuid[])`;
    await transaction`update anomaly_flags set user_id = null where game_id = ${gameId} and participant_id = any(${participantIds}::uuid[])`;
    // The last, as the account is what these rows are found by.
    await transaction`
      update game_participants set name = ${namelessPlayer(sql)}, avatar = 0, user_id = null
      where game_id = ${gameId} and participant_id = any(${participantIds}::uuid[])`;
  });
}
