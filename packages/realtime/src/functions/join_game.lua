--[[
Lets a participant in.

Keys:     game, people, names, joins, present, waiting, answered, comings, board, boardBefore, teams, teamOf, events, due,
          dirty, log
Args:     gameId, participantId, skeleton, participant (JSON, without `team`, `fromRound`, `joinedAt` and `removed`), team (0 where none was
          picked), idempotencyKey, bodyHash, origin (JSON)
Returns:  the participant (JSON), 1 if this repeats an earlier join, when the change is published
Failures: NOT_FOUND, ENDED, KEY_REUSED, LOCKED, FULL, NAME_TAKEN, TEAM_FULL
Events:   game_locked where the flood lock falls; lobby_changed follows on the tick
Log:      joined; moved where the flood lock falls
]]
local FLOOD_SECONDS = 5

-- The join that this one repeats: the same participant id (a retry whose first try arrived after all), or the same idempotency key.
local function find_repeated(key, arg)
  if arg.idempotencyKey ~= '' then
    local earlier = redis.call('HGET', key.joins, arg.idempotencyKey)
    if earlier then
      local body_hash, participant_id = string.match(earlier, '^(.*) (%S+)$')
      if body_hash ~= arg.bodyHash then return nil, 'KEY_REUSED' end
      return redis.call('HGET', key.people, participant_id)
    end
  end
  return redis.call('HGET', key.people, arg.participantId)
end

-- Counts the joins of this second. True once each of the last five seconds had as many as the flood lock allows.
local function is_flood(key, game, now)
  local second = math.floor(now / 1000)
  local count, seconds = 1, 0
  if second == game.floodSecond then
    count, seconds = game.floodCount + 1, game.floodSeconds
  elseif second - 1 == game.floodSecond and game.floodCount >= game.floodLock then
    seconds = game.floodSeconds + 1
  end
  redis.call('HSET', key.game, 'floodSecond', second, 'floodCount', count, 'floodSeconds', seconds)
  return seconds >= FLOOD_SECONDS - 1 and count >= game.floodLock
end

local function lock(key, game_id, game, now)
  local flood_from = (math.floor(now / 1000) - FLOOD_SECONDS + 1) * 1000
  redis.call('HSET', key.game, 'locked', '1', 'floodFrom', lib.text.whole(flood_from), 'floodUntil', lib.text.whole(now))
  redis.call('HINCRBY', key.game, 'seq', 1)
  lib.game.changed(key.game)
  lib.events.publish(key, game, 'game_locked', '{"locked":true,"flood":true}')
  lib.log(key, game_id, game, now, 'moved', '{"origin":null,"events":[{"type":"GAME_LOCKED","body":{"locked":true}}]}')
end

local function join_game(keys, args)
  local key = lib.bind(keys, {
    'game', 'people', 'names', 'joins', 'present', 'waiting', 'answered', 'comings', 'board', 'boardBefore', 'teams', 'teamOf', 'events', 'due',
    'dirty', 'log',
  })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'skeleton', 'participant', 'team', 'idempotencyKey', 'bodyHash', 'origin' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase == 'ended' then return lib.reply.fail('ENDED') end
  local repeated, failure = find_repeated(key, arg)
  if failure then return lib.reply.fail(failure) end
  local now = lib.now(game)
  if repeated then return lib.reply.ok(repeated, 1, now) end
  if game.locked then return lib.reply.fail('LOCKED') end
  if (game.participants or 0) - (game.bots or 0) >= game.maxParticipants then return lib.reply.fail('FULL') end
  if redis.call('HEXISTS', key.names, arg.skeleton) == 1 then return lib.reply.fail('NAME_TAKEN') end

  if game.teams then
    arg.team = lib.teams.choose(key, game, tonumber(arg.team))
    if not arg.team then return lib.reply.fail('TEAM_FULL') end
  end
  local participant = lib.people.enter(key, arg, game, now, arg)
  if arg.idempotencyKey ~= '' then redis.call('HSET', key.joins, arg.idempotencyKey, arg.bodyHash .. ' ' .. arg.participantId) end
  -- Also when the question has closed: it may be voided.
  if game.phase ~= 'lobby' then redis.call('ZADD', key.boardBefore, lib.board.START, arg.participantId) end

  lib.presence.arrive(key, game, arg.participantId, now)
  local publish_at = lib.tick.mark_comings(key, arg.gameId, game, now, { '+' .. arg.participantId })
  if is_flood(key, game, now) then lock(key, arg.gameId, game, now) end
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(participant, 0, publish_at)
end

lib.register('join_game', join_game)
