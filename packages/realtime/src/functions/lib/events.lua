-- What all in a game are told: numbered, kept for a while, published.
lib.events = {}

local HISTORY = 1000

-- The channel stands beside the game's key, see keys.ts.
local function channel_of(key)
  return key.game .. ':live'
end

-- `payload` is JSON; `due_at` is when the event was to be published, where that may have been before now. The number is the entry's id in
-- the stream, so a reader finds its place without searching.
function lib.events.publish(key, game, event_type, payload, due_at)
  local number = redis.call('HINCRBY', key.game, 'eventNumber', 1)
  local now = lib.time_ms()
  local message = '{"id":"' .. game.epoch .. '.' .. number .. '","at":' .. lib.text.whole(now)
    .. ',"dueAt":' .. lib.text.whole(math.min(due_at or now, now)) .. ',"event":{"type":"' .. event_type .. '","payload":' .. payload .. '}}'
  redis.call('XADD', key.events, 'MAXLEN', '~', HISTORY, number .. '-0', 'message', message)
  redis.call('PUBLISH', channel_of(key), message)
end

-- For the nodes only, see ControlMessage; not kept.
function lib.events.tell_nodes(key, message)
  redis.call('PUBLISH', channel_of(key), '{"control":' .. message .. '}')
end
