-- Takes back what a round has given that is skipped while it is open, or voided when it has closed: the board is the one from before it, and
-- so are the streaks.
local CHANGES_AN_ENTRY = 500

local function log_changes(key, arg, game, now, changes)
  for first = 1, #changes, CHANGES_AN_ENTRY do
    local part = table.concat(changes, ',', first, math.min(first + CHANGES_AN_ENTRY - 1, #changes))
    local action = game.phase == 'question' and 'skip' or 'void'
    local about = '{"action":"' .. action .. '","round":' .. game.round .. ',"questionId":' .. lib.text.quoted(arg.questionId) .. ',"origin":' .. arg.origin
    lib.log(key, arg.gameId, game, now, 'undone', about .. ',"changes":[' .. part .. ']}')
  end
end

local function undo_streak(key, participant_id, round)
  local held = lib.streak.parse(redis.call('HGET', key.streaks, participant_id))
  if held.round == round then redis.call('HSET', key.streaks, participant_id, lib.streak.text(lib.streak.undone(held))) end
end

-- `game` is as it was before the transition.
function lib.undo(key, arg, game, now)
  local changes = {}
  for _, participant_id in ipairs(redis.call('HKEYS', key.answers)) do
    undo_streak(key, participant_id, game.round)
    local number = tonumber(redis.call('ZSCORE', key.board, participant_id) or '')
    local before = tonumber(redis.call('ZSCORE', key.boardBefore, participant_id) or '')
    if number and before and lib.board.score_of(number) ~= lib.board.score_of(before) then
      changes[#changes + 1] = '[' .. lib.text.quoted(participant_id) .. ',' .. lib.board.score_of(number) .. ',' .. lib.board.score_of(before) .. ']'
    end
  end
  lib.board.copy(key.boardBefore, key.board)
  lib.teams.undo(key, game)
  log_changes(key, arg, game, now, changes)
end
