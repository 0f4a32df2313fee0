--[[
All that the snapshots of those who come together are made of, as of one moment: what is the same for all once, then each one's own.

Keys:     game, people, board, boardBefore, teams, streaks, answers, tally
Args:     round (whose keys `answers` and `tally` are)
Each:     participantId (empty for the host and the screen)
Returns:  the game's hash (flat), the rows of the top (JSON), those of the teams and how many are in each (JSON,
          empty in a game without teams), the tally (flat), and for each: themselves (JSON), score, rank, gap to the next
          better score (empty for those in front), streak record, stored answer (JSON, empty where there is none); an empty list where there
          is no such participant
Failures: NOT_FOUND, STALE (the game is in another round)
Events:   none
Log:      none
]]
local function own_part(key, game, participant_id)
  local standing = lib.standing(key, game, participant_id)
  if not standing then return {} end
  local participant = redis.call('HGET', key.people, participant_id)
  local answer = redis.call('HGET', key.answers, participant_id) or ''
  return { participant, standing[1], standing[2], standing[3], standing[4], answer }
end

local function read_snapshots(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'board', 'boardBefore', 'teams', 'streaks', 'answers', 'tally' })
  local arg = lib.bind(args, { 'round' })
  local all = lib.records(args, 1, { 'participantId' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.round ~= tonumber(arg.round) then return lib.reply.fail('STALE') end

  local own = {}
  for position, asked in ipairs(all) do own[position] = own_part(key, game, asked.participantId) end
  local teams, sizes = lib.teams.rows(key, game) or '', lib.teams.sizes_json(key, game) or ''
  return lib.reply.ok(redis.call('HGETALL', key.game), lib.board.top(key, game), teams, sizes, redis.call('HGETALL', key.tally), own)
end

lib.register('read_snapshots', read_snapshots, { read_only = true })
