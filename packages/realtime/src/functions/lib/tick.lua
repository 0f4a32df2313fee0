-- The 500 ms beat on which boards, counts and comings are published, for the whole cluster.
lib.tick = {}

lib.tick.BEAT_MS = 500

-- Something changed that the next beat publishes. Answers the instant of that beat.
function lib.tick.mark(key, game_id, game, now)
  local at = math.max(now, (game.publishedAt or 0) + lib.tick.BEAT_MS)
  redis.call('ZADD', key.dirty, 'LT', at, game_id)
  return at
end

-- Who is there has changed: for the host's eyes.
function lib.tick.mark_roster(key, game_id, game, now)
  redis.call('HSET', key.game, 'rosterChanged', '1')
  return lib.tick.mark(key, game_id, game, now)
end

local COMINGS_KEPT = 200

-- Some came (`+`) or went (`-`), which all are told.
function lib.tick.mark_comings(key, game_id, game, now, comings)
  redis.call('RPUSH', key.comings, unpack(comings))
  redis.call('LTRIM', key.comings, -COMINGS_KEPT, -1)
  return lib.tick.mark_roster(key, game_id, game, now)
end

-- Connections were opened or lost. In the lobby that is coming and going; later it is a matter of networks.
function lib.tick.mark_connections(key, game_id, game, now, comings)
  if game.phase == 'lobby' then return lib.tick.mark_comings(key, game_id, game, now, comings) end
  return lib.tick.mark_roster(key, game_id, game, now)
end

-- What all are told of who comes, or of a board that moves while they answer, is told the less often the more there are to be told: what it
-- costs grows with the number of people up to a point, and then not any more. A board is waited for; in a lobby of tens of thousands nobody
-- counts along.
local LONGEST_COMINGS_MS = 30000
local LONGEST_BOARD_MS = 5000

local function every_ms(game, people_a_beat, longest_ms)
  return math.min(longest_ms, lib.tick.BEAT_MS * math.max(1, math.ceil((game.participants or 0) / people_a_beat)))
end

function lib.tick.comings_every_ms(game)
  return every_ms(game, 1000, LONGEST_COMINGS_MS)
end

function lib.tick.board_every_ms(game)
  return every_ms(game, 10000, LONGEST_BOARD_MS)
end
