-- Who has more time for a question than everybody: the hash `ownTimes`, participant by percent, which nothing changes while a question is
-- open. As in the engine's own-time.ts.
lib.own_time = {}

local LONGEST_MS = 600000

function lib.own_time.limit_ms(percent, limit_ms)
  if percent == 0 then return math.max(limit_ms, LONGEST_MS) end
  return math.floor(limit_ms * percent / 100 + 0.5)
end

-- Whether an open question whose time is over waits for somebody who has more, is here, and has not answered yet.
function lib.own_time.holds(key, game, now)
  if game.phase ~= 'question' or game.pausedAt or (game.ownTimes or 0) == 0 then return false end
  local flat = redis.call('HGETALL', key.ownTimes)
  for place = 1, #flat, 2 do
    local here_until = tonumber(redis.call('ZSCORE', key.waiting, flat[place]) or '')
    local ends_at = game.startsAt + lib.own_time.limit_ms(tonumber(flat[place + 1]), game.limitMs)
    if here_until and here_until >= now and now < ends_at + game.graceMs then return true end
  end
  return false
end
