--[[
Sockets of participants were closed. One that a newer connection has replaced changes nothing.

Keys:     game, present, waiting, answered, connections, comings, due, dirty
Args:     gameId
Each:     participantId, connectionId
Returns:  when a change is published; 0 where nothing changed
Failures: none
Events:   lobby_changed follows on the tick
Log:      none
]]
local function disconnect_participants(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'connections', 'comings', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId' })
  local all = lib.records(args, 1, { 'participantId', 'connectionId' })

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then return lib.reply.ok(0) end
  local now, went = lib.now(game), {}

  for _, closed in ipairs(all) do
    if redis.call('HGET', key.connections, closed.participantId) == closed.connectionId then
      redis.call('HDEL', key.connections, closed.participantId)
      lib.presence.leave(key, arg.gameId, game, closed.participantId, now)
      went[#went + 1] = '-' .. closed.participantId
    end
  end

  if #went == 0 then return lib.reply.ok(0) end
  local publish_at = lib.tick.mark_connections(key, arg.gameId, game, now, went)
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(publish_at)
end

lib.register('disconnect_participants', disconnect_participants)
