--[[
All that one client's snapshot is made of, as of one moment.

Keys:     game, people, board, boardBefore, streaks, answers, tally
Args:     round (whose keys `answers` and `tally` are), participantId (empty for the host and the screen)
Returns:  the game's hash (flat), the rows of the top (JSON), the tally (flat), and where there is such a participant: themselves (JSON), score,
          rank, gap to the next better score (empty for those in front), streak record, stored answer (JSON, empty where there is none)
Failures: NOT_FOUND, STALE (the game is in another round)
Events:   none
Log:      none
]]
local function read_snapshot(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'board', 'boardBefore', 'streaks', 'answers', 'tally' })
  local arg = lib.bind(args, { 'round', 'participantId' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.round ~= tonumber(arg.round) then return lib.reply.fail('STALE') end

  local hash, tally = redis.call('HGETALL', key.game), redis.call('HGETALL', key.tally)
  local rows = lib.board.top(key, game)
  local standing = lib.standing(key, game, arg.participantId)
  if not standing then return lib.reply.ok(hash, rows, tally) end

  local participant = redis.call('HGET', key.people, arg.participantId)
  local answer = redis.call('HGET', key.answers, arg.participantId) or ''
  return lib.reply.ok(hash, rows, tally, participant, standing[1], standing[2], standing[3], standing[4], answer)
end

lib.register('read_snapshot', read_snapshot, { read_only = true })
