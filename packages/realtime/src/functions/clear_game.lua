--[[
Takes away what is left of a game, before it is rebuilt or given up.

Keys:     game, due, dirty, fence; then all other keys of the game
Args:     gameId, fence (the number of the shard's lease)
Returns:  nothing
Failures: FENCED (somebody holds a later lease)
Events:   to the nodes: recovering
Log:      none
]]
local function clear_game(keys, args)
  local key = lib.bind(keys, { 'game', 'due', 'dirty', 'fence' })
  local arg = lib.bind(args, { 'gameId', 'fence' })

  if not lib.trust.admits(key.fence, arg.fence) then return lib.reply.fail('FENCED') end

  redis.call('ZREM', key.due, arg.gameId)
  redis.call('ZREM', key.dirty, arg.gameId)
  redis.call('UNLINK', key.game, unpack(keys, 5))
  lib.events.tell_nodes(key, '{"type":"recovering"}')
  return lib.reply.ok()
end

lib.register('clear_game', clear_game, { recovers = true })
