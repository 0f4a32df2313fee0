-- The 500 ms beat on which boards, counts and comings are published, for the whole cluster.
lib.tick = {}

lib.tick.BEAT_MS = 500

-- Something changed that the next beat publishes. Answers the instant of that beat.
function lib.tick.mark(key, game_id, game, now)
  local at = math.max(now, (game.publishedAt or 0) + lib.tick.BEAT_MS)
  redis.call('ZADD', key.dirty, 'NX', at, game_id)
  return at
end

local COMINGS_KEPT = 200

-- Someone came (`+`) or went (`-`).
function lib.tick.mark_coming(key, game_id, game, now, sign, participant_id)
  redis.call('RPUSH', key.comings, sign .. participant_id)
  redis.call('LTRIM', key.comings, -COMINGS_KEPT, -1)
  redis.call('HSET', key.game, 'rosterChanged', '1')
  return lib.tick.mark(key, game_id, game, now)
end
