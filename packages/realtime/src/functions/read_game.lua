--[[
The hash of a game.

Keys:     game
Args:     none
Returns:  the hash (flat); empty where there is no such game (any more)
Failures: none
Events:   none
Log:      none
]]
local function read_game(keys, args)
  local key = lib.bind(keys, { 'game' })
  lib.bind(args, {})
  return lib.reply.ok(redis.call('HGETALL', key.game))
end

lib.register('read_game', read_game, { read_only = true })
