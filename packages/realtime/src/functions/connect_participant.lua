--[[
A socket of a participant is open. The newest connection wins: the one before it is told to close.

Keys:     game, people, present, waiting, answered, connections, comings, board, due, dirty
Args:     gameId, participantId, connectionId
Returns:  when a change is published; 0 where nothing changed
Failures: none
Events:   to the nodes: replaced; lobby_changed follows on the tick
Log:      none
]]
local function connect_participant(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'present', 'waiting', 'answered', 'connections', 'comings', 'board', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'connectionId' })

  local game = lib.game.read(key.game)
  -- Who is not on the board is not in the game, or not any more.
  local is_in = game and redis.call('ZSCORE', key.board, arg.participantId)
  if not is_in or game.phase == 'ended' then return lib.reply.ok(0) end
  local now = lib.now(game)

  local earlier = redis.call('HGET', key.connections, arg.participantId)
  redis.call('HSET', key.connections, arg.participantId, arg.connectionId)
  if earlier and earlier ~= arg.connectionId then
    local ids = '"participantId":' .. lib.text.quoted(arg.participantId) .. ',"connectionId":' .. lib.text.quoted(earlier)
    lib.events.tell_nodes(key, '{"type":"replaced",' .. ids .. '}')
  end

  local publish_at = 0
  if lib.presence.arrive(key, game, arg.participantId, now) then
    publish_at = lib.tick.mark_connection(key, arg.gameId, game, now, '+', arg.participantId)
  end
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(publish_at)
end

lib.register('connect_participant', connect_participant)
