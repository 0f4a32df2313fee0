--[[
Sockets of participants are open. The newest connection wins: the one before it is told to close.

Keys:     game, people, present, waiting, answered, connections, comings, board, due, dirty
Args:     gameId
Each:     participantId, connectionId
Returns:  when a change is published; 0 where nothing changed
Failures: none
Events:   to the nodes: replaced; lobby_changed follows on the tick
Log:      none
]]
local function connect(key, participant_id, connection_id)
  local earlier = redis.call('HGET', key.connections, participant_id)
  redis.call('HSET', key.connections, participant_id, connection_id)
  if earlier and earlier ~= connection_id then
    local ids = '"participantId":' .. lib.text.quoted(participant_id) .. ',"connectionId":' .. lib.text.quoted(earlier)
    lib.events.tell_nodes(key, '{"type":"replaced",' .. ids .. '}')
  end
end

local function connect_participants(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'present', 'waiting', 'answered', 'connections', 'comings', 'board', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId' })
  local all = lib.records(args, 1, { 'participantId', 'connectionId' })

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then return lib.reply.ok(0) end
  local now, came = lib.now(game), {}

  for _, opened in ipairs(all) do
    -- Who is not on the board is not in the game, or not any more.
    if redis.call('ZSCORE', key.board, opened.participantId) then
      connect(key, opened.participantId, opened.connectionId)
      if lib.presence.arrive(key, game, opened.participantId, now) then came[#came + 1] = '+' .. opened.participantId end
    end
  end

  local publish_at = 0
  if #came > 0 then publish_at = lib.tick.mark_connections(key, arg.gameId, game, now, came) end
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(publish_at)
end

lib.register('connect_participants', connect_participants)
