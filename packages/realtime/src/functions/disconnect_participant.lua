--[[
A socket of a participant was closed. One that a newer connection has replaced changes nothing.

Keys:     game, present, waiting, answered, connections, comings, due, dirty
Args:     gameId, participantId, connectionId
Returns:  when a change is published; 0 where nothing changed
Failures: none
Events:   lobby_changed follows on the tick
Log:      none
]]
local function disconnect_participant(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'connections', 'comings', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'connectionId' })

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then return lib.reply.ok(0) end
  if redis.call('HGET', key.connections, arg.participantId) ~= arg.connectionId then return lib.reply.ok(0) end
  local now = lib.now(game)

  redis.call('HDEL', key.connections, arg.participantId)
  lib.presence.leave(key, arg.gameId, game, arg.participantId, now)
  local publish_at = lib.tick.mark_connection(key, arg.gameId, game, now, '-', arg.participantId)
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(publish_at)
end

lib.register('disconnect_participant', disconnect_participant)
