--[[
Publishes what has changed since the last beat: who came and went, the top of the board, the counts for the host. Does nothing before
its time or where nothing changed, so that any number of nodes may call it. In a large game comings and boards wait for a later beat.

Keys:     game, people, present, answered, comings, board, boardBefore, teams, events, dirty
Args:     gameId
Returns:  1 if this call published
Failures: none
Events:   lobby_changed, leaderboard_changed; to the nodes: progress
Log:      none
]]
local JOINED_SHOWN = 20

-- Where each of those who came or went is now, the newest last.
local function read_comings(key)
  local comings, last, order = redis.call('LRANGE', key.comings, 0, -1), {}, {}
  for position, coming in ipairs(comings) do last[string.sub(coming, 2)] = position end
  for position, coming in ipairs(comings) do
    if last[string.sub(coming, 2)] == position then order[#order + 1] = coming end
  end
  return order
end

local function joined_json(people_key, ids)
  local shown = {}
  for position = math.max(1, #ids - JOINED_SHOWN + 1), #ids do shown[#shown + 1] = ids[position] end
  if #shown == 0 then return '[]' end
  local parts = {}
  for position, stored in ipairs(redis.call('HMGET', people_key, unpack(shown))) do
    local participant = cjson.decode(stored)
    local team = (participant.team and ',"team":' .. participant.team or '') .. (participant.bot and ',"bot":true' or '')
    parts[position] = '{"participantId":' .. lib.text.quoted(shown[position]) .. ',"name":' .. lib.text.quoted(participant.name)
      .. ',"avatar":' .. participant.avatar .. team .. '}'
  end
  return '[' .. table.concat(parts, ',') .. ']'
end

local function publish_comings(key, game, now, comings)
  local joined, left = {}, {}
  for _, coming in ipairs(comings) do
    local id = string.sub(coming, 2)
    if string.sub(coming, 1, 1) == '+' then joined[#joined + 1] = id else left[#left + 1] = lib.text.quoted(id) end
  end
  local payload = '{"participants":' .. (game.participants or 0)
  if game.phase == 'lobby' and game.startsAt then payload = payload .. ',"startsAt":"' .. lib.text.instant(game.startsAt) .. '"' end
  payload = payload .. ',"joined":' .. joined_json(key.people, joined) .. ',"left":[' .. table.concat(left, ',') .. ']'
  if game.teams then payload = payload .. ',"teamSizes":' .. lib.teams.sizes_json(key, game) end
  redis.call('DEL', key.comings)
  redis.call('HSET', key.game, 'comingsAt', now, 'lobbyChanged', '')
  lib.events.publish(key, game, 'lobby_changed', payload .. '}')
end

local function tell_comings(key, game_id, game, now)
  local comings = read_comings(key)
  local due_at = (game.comingsAt or 0) + lib.tick.comings_every_ms(game)
  -- The automatic start is news that can't wait.
  if game.lobbyChanged or (#comings > 0 and now >= due_at) then
    publish_comings(key, game, now, comings)
  elseif #comings > 0 then
    redis.call('ZADD', key.dirty, 'LT', due_at, game_id)
  end
end

-- While people answer the board moves only where both the board is live and feedback is instant; after the reveal it is the
-- transition that shows it, and this beat what changed since (someone removed, someone new).
local function may_show_board(game)
  if game.phase == 'lobby' or game.phase == 'ended' then return false end
  if game.leaderboard == 'live' then return true end
  if game.leaderboard == 'reveal' then return game.phase == 'reveal' or game.phase == 'standings' or game.phase == 'podium' end
  return game.leaderboard == 'end' and game.phase == 'podium'
end

-- `due_at` is when the board was due, so that its way to the screens can be measured from there.
local function publish_board(key, game, now, due_at)
  local rows, teams = lib.board.top(key, game), lib.teams.rows(key, game)
  local digest = lib.board.digest(rows, teams)
  if digest == game.publishedBoard then return end
  redis.call('HSET', key.game, 'publishedBoard', digest, 'boardAt', now)
  lib.events.publish(key, game, 'leaderboard_changed', '{"leaderboard":' .. rows .. (teams and ',"teams":' .. teams or '') .. '}', due_at)
end

local function tell_board(key, game_id, game, now, tick_at)
  if not may_show_board(game) then return end
  local due_at = (game.boardAt or 0) + lib.tick.board_every_ms(game)
  if now >= due_at then publish_board(key, game, now, math.max(due_at, tick_at)) else redis.call('ZADD', key.dirty, 'LT', due_at, game_id) end
end

-- How many have answered the question on the screen.
local function count_answered(key, game)
  local is_shown = game.phase == 'question' or game.phase == 'reveal' or game.phase == 'standings'
  return is_shown and redis.call('SCARD', key.answered) or 0
end

local function publish_tick(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'present', 'answered', 'comings', 'board', 'boardBefore', 'teams', 'events', 'dirty' })
  local arg = lib.bind(args, { 'gameId' })

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then
    redis.call('ZREM', key.dirty, arg.gameId)
    return lib.reply.ok(0)
  end
  local now = lib.now(game)
  local at = tonumber(redis.call('ZSCORE', key.dirty, arg.gameId) or '')
  if not at or now < at then return lib.reply.ok(0) end

  redis.call('ZREM', key.dirty, arg.gameId)
  redis.call('HSET', key.game, 'publishedAt', now, 'rosterChanged', '')
  tell_comings(key, arg.gameId, game, now)
  tell_board(key, arg.gameId, game, now, at)
  lib.events.tell_nodes(
    key,
    '{"type":"progress","participants":' .. (game.participants or 0) .. ',"present":' .. lib.presence.count(key, now)
      .. ',"answered":' .. count_answered(key, game) .. ',"roster":' .. tostring(game.rosterChanged) .. '}'
  )
  return lib.reply.ok(1)
end

lib.register('publish_tick', publish_tick)
