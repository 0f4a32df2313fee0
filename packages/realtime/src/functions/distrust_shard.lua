--[[
Closes a shard, for whoever holds its lease and is going to compare it.

Keys:     trusted, fence
Args:     fence (the number of the lease)
Returns:  the life of Redis in which this happened
Failures: FENCED (somebody holds a later lease)
Events:   none
Log:      none
]]
local function distrust_shard(keys, args)
  local key = lib.bind(keys, { 'trusted', 'fence' })
  local arg = lib.bind(args, { 'fence' })

  if not lib.trust.admits(key.fence, arg.fence) then return lib.reply.fail('FENCED') end

  redis.call('DEL', key.trusted)
  return lib.reply.ok(lib.trust.run_id())
end

lib.register('distrust_shard', distrust_shard, { recovers = true })
