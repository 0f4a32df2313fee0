--[[
What a shard's games wait for.

Keys:     due, dirty
Args:     limit
Returns:  now, ids of games whose time has come, ids of games to publish, the next instant of either (empty where there is none)
Failures: none
Events:   none
Log:      none
]]
local function next_after(key, now)
  local entry = redis.call('ZRANGEBYSCORE', key, '(' .. now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return tonumber(entry[2] or '')
end

local function poll_due(keys, args)
  local key = lib.bind(keys, { 'due', 'dirty' })
  local arg = lib.bind(args, { 'limit' })
  local now = lib.text.whole(lib.time_ms())

  local due = redis.call('ZRANGEBYSCORE', key.due, '-inf', now, 'LIMIT', 0, arg.limit)
  local dirty = redis.call('ZRANGEBYSCORE', key.dirty, '-inf', now, 'LIMIT', 0, arg.limit)
  local next_due, next_dirty = next_after(key.due, now), next_after(key.dirty, now)
  local next_at = math.min(next_due or math.huge, next_dirty or math.huge)
  return lib.reply.ok(tonumber(now), due, dirty, next_at < math.huge and lib.text.whole(next_at) or '')
end

lib.register('poll_due', poll_due, { read_only = true })
