--[[
Reserves a PIN for a game.

Keys:     pin
Args:     gameId, orphan (the game whose PIN this was and which is gone; empty where none is known), ttlMs
Returns:  nothing
Failures: TAKEN
Events:   none
Log:      none

The reservation ends by itself unless `keep` follows the game's creation, so a node that dies in between leaves nothing behind.
]]
local function reserve_pin(keys, args)
  local key = lib.bind(keys, { 'pin' })
  local arg = lib.bind(args, { 'gameId', 'orphan', 'ttlMs' })

  local holder = redis.call('GET', key.pin)
  if holder and holder ~= arg.orphan then return lib.reply.fail('TAKEN') end

  redis.call('SET', key.pin, arg.gameId, 'PX', arg.ttlMs)
  return lib.reply.ok()
end

lib.register('reserve_pin', reserve_pin)
