-- One participant's row as its owner may see it now: score, rank, gap to the next better score (empty for those in front), and
-- the streak record. nil for someone who is not in the game.
function lib.standing(key, game, participant_id)
  local board = lib.board.visible(key, game)
  local number = tonumber(redis.call('ZSCORE', board, participant_id) or '')
  if not number then return nil end
  local score = lib.board.score_of(number)
  local gap = lib.board.gap_to_next(board, score)
  local streak = redis.call('HGET', key.streaks, participant_id) or ''
  return { score, lib.board.rank(board, score), gap and tostring(gap) or '', streak }
end
