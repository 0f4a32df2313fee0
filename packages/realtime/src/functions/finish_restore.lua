--[[
The last step of a rebuilding: the game stands in the due set again if anything is left to do, will be forgotten if it has ended, and the
log says what happened.

Keys:     game, due, log, fence; then all other keys of the game
Args:     gameId, fence (the number of the shard's lease), dueAt (empty where nothing is left to do), keepMs (how long an ended game's keys live;
          empty where it has not ended), body (JSON)
Returns:  nothing
Failures: FENCED (somebody holds a later lease)
Events:   to the nodes: rebuilt
Log:      rebuilt
]]
local function finish_restore(keys, args)
  local key = lib.bind(keys, { 'game', 'due', 'log', 'fence' })
  local arg = lib.bind(args, { 'gameId', 'fence', 'dueAt', 'keepMs', 'body' })

  if not lib.trust.admits(key.fence, arg.fence) then return lib.reply.fail('FENCED') end
  local game = lib.game.read(key.game)

  lib.log(key, arg.gameId, game, lib.now(game), 'rebuilt', arg.body)
  if arg.dueAt ~= '' then redis.call('ZADD', key.due, arg.dueAt, arg.gameId) end
  if arg.keepMs ~= '' then
    redis.call('PEXPIRE', key.game, arg.keepMs)
    for position = 5, #keys do redis.call('PEXPIRE', keys[position], arg.keepMs) end
  end
  lib.events.tell_nodes(key, '{"type":"rebuilt"}')
  return lib.reply.ok()
end

lib.register('finish_restore', finish_restore, { recovers = true })
