--[[
Puts a part of a rebuilt game back.

Keys:     target, fence
Args:     fence (the number of the shard's lease), kind (hash, sorted, set, text)
Each:     name (a hash's field, a member; empty for a text), value (a field's value, a member's number, the text; empty for a set)
Returns:  nothing
Failures: FENCED (somebody holds a later lease)
Events:   none
Log:      none
]]
local function flat(parts, first, second)
  local values = {}
  for _, part in ipairs(parts) do values[#values + 1], values[#values + 2] = part[first], part[second] end
  return values
end

local function restore_part(keys, args)
  local key = lib.bind(keys, { 'target', 'fence' })
  local arg = lib.bind(args, { 'fence', 'kind' })
  local parts = lib.records(args, 2, { 'name', 'value' })

  if not lib.trust.admits(key.fence, arg.fence) then return lib.reply.fail('FENCED') end

  if arg.kind == 'hash' then redis.call('HSET', key.target, unpack(flat(parts, 'name', 'value'))) end
  if arg.kind == 'sorted' then redis.call('ZADD', key.target, unpack(flat(parts, 'value', 'name'))) end
  if arg.kind == 'set' then
    for _, part in ipairs(parts) do redis.call('SADD', key.target, part.name) end
  end
  if arg.kind == 'text' then redis.call('SET', key.target, parts[1].value) end
  return lib.reply.ok()
end

lib.register('restore_part', restore_part, { recovers = true })
