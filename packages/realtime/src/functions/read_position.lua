--[[
How far a game's events have got.

Keys:     game
Args:     none
Returns:  epoch (empty where there is no such game any more), number of the newest event
Failures: none
Events:   none
Log:      none
]]
local function read_position(keys, args)
  local key = lib.bind(keys, { 'game' })
  lib.bind(args, {})
  local epoch, number = unpack(redis.call('HMGET', key.game, 'epoch', 'eventNumber'))
  return lib.reply.ok(epoch or '', tonumber(number or 0))
end

lib.register('read_position', read_position, { read_only = true })
