--[[
Removes a participant for good: the name stays taken, the row leaves the board.

Keys:     game, people, present, waiting, answered, connections, comings, board, boardBefore, bots, teams, teamOf, events, due,
          dirty, log; then, in a game with teams, the `answers` of each round
Args:     gameId, participantId, announce (1: all are told who; 0: of many at once, whom the lists on all screens then do without), origin (JSON)
Returns:  1 if the participant was in the game until now
Failures: NOT_FOUND, ENDED
Events:   participant_removed where it is announced; lobby_changed follows on the tick; to the nodes: removed
Log:      removed
]]
local NAMED_KEYS = 16

local function remove_participant(keys, args)
  local key = lib.bind(keys, {
    'game', 'people', 'present', 'waiting', 'answered', 'connections', 'comings', 'board', 'boardBefore', 'bots', 'teams', 'teamOf', 'events', 'due',
    'dirty', 'log',
  })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'announce', 'origin' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase == 'ended' then return lib.reply.fail('ENDED') end
  local stored = redis.call('HGET', key.people, arg.participantId)
  if not stored then return lib.reply.fail('NOT_FOUND') end
  local participant = cjson.decode(stored)
  if participant.removed then return lib.reply.ok(0) end
  local now = lib.now(game)

  participant.removed = true
  redis.call('HSET', key.people, arg.participantId, cjson.encode(participant))
  redis.call('HINCRBY', key.game, 'participants', -1)
  if redis.call('SREM', key.bots, arg.participantId) == 1 then redis.call('HINCRBY', key.game, 'bots', -1) end
  redis.call('ZREM', key.board, arg.participantId)
  redis.call('ZREM', key.boardBefore, arg.participantId)
  lib.teams.leave(key, game, arg.participantId, { unpack(keys, NAMED_KEYS + 1) })
  redis.call('HDEL', key.connections, arg.participantId)
  lib.presence.forget(key, arg.participantId)

  local who = '{"participantId":' .. lib.text.quoted(arg.participantId) .. '}'
  if arg.announce == '1' then lib.events.publish(key, game, 'participant_removed', who) end
  lib.events.tell_nodes(key, '{"type":"removed","participantId":' .. lib.text.quoted(arg.participantId) .. '}')
  lib.log(key, arg.gameId, game, now, 'removed', '{"participantId":' .. lib.text.quoted(arg.participantId) .. ',"origin":' .. arg.origin .. '}')
  lib.tick.mark_comings(key, arg.gameId, game, now, { '-' .. arg.participantId })
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(1)
end

lib.register('remove_participant', remove_participant)
