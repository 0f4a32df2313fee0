-- Who is there. A participant counts as present until an instant that each sign of life puts further away, so that a node
-- that died takes nobody's presence with it for longer than that.
lib.presence = {}

local PRESENT_MS = 30000
-- For the host's bots, which no socket keeps.
lib.presence.ALWAYS = '4503599627370496'
-- A dropped connection is back within seconds; until then its question does not close over its owner's head.
local AWAY_MS = 5000
-- How often somebody looks whether a bot has thought long enough, or who has more time has answered: twice a beat, so that no screen shows
-- any difference.
local LOOK_EVERY_MS = 250

local function is_open(game)
  return game.phase == 'question' and not game.pausedAt
end

function lib.presence.count(key, now)
  return redis.call('ZCOUNT', key.present, now, '+inf')
end

-- Answers whether the participant was away before.
function lib.presence.arrive(key, game, participant_id, now)
  local before = tonumber(redis.call('ZSCORE', key.present, participant_id) or '')
  redis.call('ZADD', key.present, now + PRESENT_MS, participant_id)
  if game.phase == 'question' and redis.call('SISMEMBER', key.answered, participant_id) == 0 then
    redis.call('ZADD', key.waiting, now + PRESENT_MS, participant_id)
  end
  return not before or before < now
end

-- A sign of life of many, in a few commands: of a large game it comes from thousands every few seconds. Whoever is not on the board is
-- not in the game, or not any more.
function lib.presence.keep(key, game, participant_ids, now)
  local on_board, answered = redis.call('ZMSCORE', key.board, unpack(participant_ids)), {}
  if game.phase == 'question' then answered = redis.call('SMISMEMBER', key.answered, unpack(participant_ids)) end
  local present, waiting = {}, {}
  for place, id in ipairs(participant_ids) do
    if on_board[place] then
      present[#present + 1], present[#present + 2] = now + PRESENT_MS, id
      if answered[place] == 0 then waiting[#waiting + 1], waiting[#waiting + 2] = now + PRESENT_MS, id end
    end
  end
  if #present > 0 then redis.call('ZADD', key.present, unpack(present)) end
  if #waiting > 0 then redis.call('ZADD', key.waiting, unpack(waiting)) end
end

-- In the lobby leaving counts at once; later there is a while to come back.
function lib.presence.leave(key, game_id, game, participant_id, now)
  if game.phase == 'lobby' then
    lib.presence.forget(key, participant_id)
    return
  end
  local until_ms = now + AWAY_MS
  redis.call('ZADD', key.present, 'XX', 'LT', until_ms, participant_id)
  redis.call('ZADD', key.waiting, 'XX', 'LT', until_ms, participant_id)
  -- Somebody has to look again when the while is over.
  if is_open(game) then redis.call('ZADD', key.due, 'LT', until_ms + 1, game_id) end
end

function lib.presence.forget(key, participant_id)
  redis.call('ZREM', key.present, participant_id)
  redis.call('ZREM', key.waiting, participant_id)
end

-- The automatic start, as the engine's lobbyWithPresent has it: called off when too few are left, and then all over again.
local function check_auto_start(key, game_id, game, now)
  if game.phase ~= 'lobby' or not game.autoStartParticipants then return end
  local enough = lib.presence.count(key, now) >= game.autoStartParticipants
  if enough == (game.startsAt ~= nil) then return end

  local starts_at = enough and now + game.autoStartMs or nil
  local due_at = starts_at or game.lobbyDueAt
  redis.call('HSET', key.game, 'startsAt', starts_at or '', 'dueAt', due_at, 'lobbyChanged', '1')
  redis.call('ZADD', key.due, due_at, game_id)
  lib.game.changed(key.game)
  game.startsAt, game.dueAt = starts_at, due_at
  lib.tick.mark(key, game_id, game, now)
end

-- When the game has to be looked at: when it is due, and before that whenever somebody who is waited for may have lapsed, or a bot may
-- have its answer.
function lib.presence.schedule(key, game_id, game, now)
  local at = game.dueAt
  if is_open(game) and (game.bots or 0) > 0 then at = math.min(at, now + LOOK_EVERY_MS) end
  if is_open(game) and game.closeWhenAllAnswered then
    local first = redis.call('ZRANGEBYSCORE', key.waiting, now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
    if first[2] then at = math.min(at, tonumber(first[2]) + 1) end
  end
  -- Its time is over, and it may be held for somebody who has more.
  if is_open(game) and (game.ownTimes or 0) > 0 then at = math.max(at, now + LOOK_EVERY_MS) end
  redis.call('ZADD', key.due, at, game_id)
end

-- Everyone present has answered: the question may close now. Someone who comes back or in undoes it.
local function check_everyone_answered(key, game_id, game, now)
  if not is_open(game) or not game.closeWhenAllAnswered then return end
  local waiting = redis.call('ZCOUNT', key.waiting, now, '+inf')
  local everyone = waiting == 0 and redis.call('SCARD', key.answered) > 0
  if everyone == (game.everyoneAnswered == game.round) then return end

  redis.call('HSET', key.game, 'everyoneAnswered', everyone and game.round or '')
  if everyone then redis.call('ZADD', key.due, now, game_id) else lib.presence.schedule(key, game_id, game, now) end
  game.everyoneAnswered = everyone and game.round or nil
end

-- To be called after anything that changes who is there or who has answered. Keys: game, present, waiting, answered, due, dirty.
function lib.presence.check(key, game_id, game, now)
  check_auto_start(key, game_id, game, now)
  check_everyone_answered(key, game_id, game, now)
end
