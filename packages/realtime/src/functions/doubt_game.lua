--[[
A node has seen more of a game than Redis has: newest writes were lost, too new to have been in Postgres. The shard is closed until the
game was rebuilt in a new epoch, or clients would take new events for old ones.

Keys:     game, trusted, doubted
Args:     gameId, epoch, eventNumber (of the newest event that the node has seen)
Returns:  1 if the game is to be rebuilt; 0 where it is no longer in doubt, or nobody is there to rebuild it
Failures: none
Events:   none
Log:      none
]]
local function doubt_game(keys, args)
  local key = lib.bind(keys, { 'game', 'trusted', 'doubted' })
  local arg = lib.bind(args, { 'gameId', 'epoch', 'eventNumber' })

  local epoch, number = unpack(redis.call('HMGET', key.game, 'epoch', 'eventNumber'))
  if epoch ~= arg.epoch or tonumber(number or 0) >= tonumber(arg.eventNumber) then return lib.reply.ok(0) end
  if lib.trust.is_unconditional(key.trusted) then return lib.reply.ok(0) end

  redis.call('SADD', key.doubted, arg.gameId)
  redis.call('DEL', key.trusted)
  return lib.reply.ok(1)
end

lib.register('doubt_game', doubt_game)
