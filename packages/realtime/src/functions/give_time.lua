--[[
Gives a participant more time for each question, or no timer; or takes that back. Not while a question is open: it would change under them.

Keys:     game, people, ownTimes, dirty, log
Args:     gameId, participantId, percent (of everybody's time; 0: no timer; 100: like everybody), origin (JSON)
Returns:  when the host's list shows it
Failures: NOT_FOUND (also for who was removed), ENDED, WRONG_PHASE (a question is open)
Events:   to the nodes: time
Log:      time
]]
local USUAL = '100'

local function give_time(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'ownTimes', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'percent', 'origin' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase == 'ended' then return lib.reply.fail('ENDED') end
  if game.phase == 'question' then return lib.reply.fail('WRONG_PHASE') end
  local stored = redis.call('HGET', key.people, arg.participantId)
  if not stored then return lib.reply.fail('NOT_FOUND') end
  local participant = cjson.decode(stored)
  if participant.removed then return lib.reply.fail('NOT_FOUND') end
  local now = lib.now(game)

  if arg.percent == USUAL then
    participant.ownTime = nil
    redis.call('HDEL', key.ownTimes, arg.participantId)
  else
    participant.ownTime = tonumber(arg.percent)
    redis.call('HSET', key.ownTimes, arg.participantId, arg.percent)
  end
  redis.call('HSET', key.people, arg.participantId, cjson.encode(participant))
  redis.call('HSET', key.game, 'ownTimes', redis.call('HLEN', key.ownTimes))

  local what = '"participantId":' .. lib.text.quoted(arg.participantId) .. ',"percent":' .. arg.percent
  lib.events.tell_nodes(key, '{"type":"time",' .. what .. '}')
  lib.log(key, arg.gameId, game, now, 'time', '{' .. what .. ',"origin":' .. arg.origin .. '}')
  return lib.reply.ok(lib.tick.mark_roster(key, arg.gameId, game, now))
end

lib.register('give_time', give_time)
