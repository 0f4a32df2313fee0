import { correctAnswerOf, type GameId, optionsOf, type QuestionId, rightInWords, shownPartsOf, shownTextOf, type StoredQuestion } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import { readDiscriminations } from "./report-discrimination";
import type { ReportGame } from "./report-game";
import type { ReportQuestion } from "./report-repository.types";
import { type AnswerCount, tallyOf } from "./tally-of";

type RoundRow = { round: number; questionId: QuestionId; skipped: boolean; answered: number; right: number; medianTimeMs: number | null };

/** The questions that were opened or skipped, in the order of play. Answers of removed participants count nowhere in a report. */
export async function readReportQuestions(sql: TransactionSql, game: ReportGame): Promise<ReportQuestion[]> {
  const [rounds, counts, discriminations] = await Promise.all([readRounds(sql, game.gameId), countAnswers(sql, game.gameId), readDiscriminations(sql, game.gameId)]);
  return rounds.map(({ round, questionId, skipped, ...figures }) => {
    const question = game.question(questionId);
    const tally = tallyOf(question, { ...figures, counts: counts.filter((count) => count.round === round), language: game.language });
    const discrimination = discriminations.get(round);
    return {
      questionId, round, type: question.type, text: shownTextOf(question), ...figures, tally,
      ...(discrimination === undefined ? {} : { discrimination }),
      ...whatWasRight(question),
      ...(skipped ? { skipped } : {}),
    };
  });
}

function readRounds(sql: TransactionSql, gameId: GameId) {
  return sql<RoundRow[]>`
    with counted as (select game_answers.* from game_answers join game_participants using (game_id, participant_id) where game_id = ${gameId} and removed_at is null)
    select round, game_rounds.question_id as "questionId", skipped, count(participant_id)::int as answered,
      count(*) filter (where correct)::int as "right",
      round(percentile_cont(0.5) within group (order by time_ms))::int as "medianTimeMs"
    from game_rounds left join counted using (game_id, round)
    where game_id = ${gameId}
    group by round, game_rounds.question_id, skipped
    order by round`;
}

/** Equal answers once, with their number: a class of thousands gives a handful of rows. */
function countAnswers(sql: TransactionSql, gameId: GameId) {
  return sql<(AnswerCount & { round: number })[]>`
    select round, answer, count(*)::int as count
    from game_answers join game_participants using (game_id, participant_id)
    where game_id = ${gameId} and removed_at is null
    group by round, answer`;
}

function whatWasRight(question: StoredQuestion): Pick<ReportQuestion, "options" | "accepted" | "shown" | "left"> {
  const correct = correctAnswerOf(question);
  const options = optionsOf(question);
  if (Array.isArray(correct)) return options.length === 0 ? {} : { options: options.map(({ id, text }) => ({ id, text, correct: correct.includes(id) })) };
  const { left } = shownPartsOf(question);
  const isPlaced = question.type === "order" || question.type === "match";
  return { accepted: rightInWords(question), ...(isPlaced ? { shown: options.map(({ text }) => text) } : {}), ...(left ? { left } : {}) };
}
