-- Redis's time in ms; the only place that asks for it.
function lib.time_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- For one game time never goes back behind its last move, also when the clock of Redis's machine is set back.
function lib.now(game)
  return math.max(lib.time_ms(), game.movedAt or 0)
end
