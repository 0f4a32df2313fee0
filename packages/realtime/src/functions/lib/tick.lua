-- The 500 ms beat on which boards, counts and comings are published, for the whole cluster.
lib.tick = {}

lib.tick.BEAT_MS = 500

-- Something changed that the next beat publishes. Answers the instant of that beat.
function lib.tick.mark(key, game_id, game, now)
  local at = math.max(now, (game.publishedAt or 0) + lib.tick.BEAT_MS)
  redis.call('ZADD', key.dirty, 'NX', at, game_id)
  return at
end

-- Who is there has changed: for the host's eyes.
function lib.tick.mark_roster(key, game_id, game, now)
  redis.call('HSET', key.game, 'rosterChanged', '1')
  return lib.tick.mark(key, game_id, game, now)
end

local COMINGS_KEPT = 200

-- Someone came (`+`) or went (`-`), which all are told.
function lib.tick.mark_coming(key, game_id, game, now, sign, participant_id)
  redis.call('RPUSH', key.comings, sign .. participant_id)
  redis.call('LTRIM', key.comings, -COMINGS_KEPT, -1)
  return lib.tick.mark_roster(key, game_id, game, now)
end

-- A connection was opened or lost. In the lobby that is coming and going; later it is a matter of networks.
function lib.tick.mark_connection(key, game_id, game, now, sign, participant_id)
  if game.phase == 'lobby' then return lib.tick.mark_coming(key, game_id, game, now, sign, participant_id) end
  return lib.tick.mark_roster(key, game_id, game, now)
end
