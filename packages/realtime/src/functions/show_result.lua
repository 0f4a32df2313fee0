--[[
Notes which earlier round's result stands on the stages, for the present moment of the game: what is noted here means nothing once `seq`
has grown, so whatever moves the game ends it.

Keys:     game
Args:     seq (the moment that is meant), round (0 to be done with it)
Returns:  nothing
Failures: NOT_FOUND, STALE (the game has moved since)
Events:   none; to the nodes: shown
Log:      none
]]
local function show_result(keys, args)
  local key = lib.bind(keys, { 'game' })
  local arg = lib.bind(args, { 'seq', 'round' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.seq ~= tonumber(arg.seq) then return lib.reply.fail('STALE') end

  redis.call('HSET', key.game, 'shownAt', arg.seq, 'shownRound', arg.round)
  lib.events.tell_nodes(key, '{"type":"shown"}')
  return lib.reply.ok()
end

lib.register('show_result', show_result)
