--[[
Whether a shard may be believed.

Keys:     trusted, doubted
Args:     none
Returns:  1 if it is trusted; ids of games that a node has found to be older than what it has seen
Failures: none
Events:   none
Log:      none
]]
local function read_trust(keys, args)
  local key = lib.bind(keys, { 'trusted', 'doubted' })
  lib.bind(args, {})
  return lib.reply.ok(lib.trust.holds(key.trusted) and 1 or 0, redis.call('SMEMBERS', key.doubted))
end

lib.register('read_trust', read_trust, { read_only = true, recovers = true })
