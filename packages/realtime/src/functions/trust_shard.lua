--[[
Opens a shard that was compared. Where Redis was started again since the shard was closed, it stays closed: the mark is of an earlier life.

Keys:     trusted, doubted, fence
Args:     fence (the number of the lease), life (in which the shard was closed)
Returns:  1 if the shard is trusted now
Failures: FENCED (somebody holds a later lease)
Events:   none
Log:      none
]]
local function trust_shard(keys, args)
  local key = lib.bind(keys, { 'trusted', 'doubted', 'fence' })
  local arg = lib.bind(args, { 'fence', 'life' })

  if not lib.trust.admits(key.fence, arg.fence) then return lib.reply.fail('FENCED') end

  redis.call('SET', key.trusted, arg.life)
  redis.call('DEL', key.doubted)
  return lib.reply.ok(lib.trust.holds(key.trusted) and 1 or 0)
end

lib.register('trust_shard', trust_shard, { recovers = true })
