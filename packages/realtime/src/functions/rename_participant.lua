--[[
Gives a participant another name, by which they are called everywhere from now on. The former one is free again.

Keys:     game, people, names, events, dirty, log
Args:     gameId, participantId, formerName and formerSkeleton (as read), name, skeleton, origin (JSON)
Returns:  when the board has the new name
Failures: NOT_FOUND (also for who was removed), ENDED, CHANGED (another name was given meanwhile), NAME_TAKEN
Events:   participant_renamed; leaderboard_changed follows on the tick where the name is on it
Log:      renamed
]]
local function is_taken(key, arg)
  local holder = redis.call('HGET', key.names, arg.skeleton)
  return holder and holder ~= arg.participantId
end

local function rename_participant(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'names', 'events', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'formerName', 'formerSkeleton', 'name', 'skeleton', 'origin' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase == 'ended' then return lib.reply.fail('ENDED') end
  local stored = redis.call('HGET', key.people, arg.participantId)
  if not stored then return lib.reply.fail('NOT_FOUND') end
  local participant = cjson.decode(stored)
  if participant.removed then return lib.reply.fail('NOT_FOUND') end
  if participant.name ~= arg.formerName then return lib.reply.fail('CHANGED') end
  if is_taken(key, arg) then return lib.reply.fail('NAME_TAKEN') end
  local now = lib.now(game)
  if arg.name == arg.formerName then return lib.reply.ok(now) end

  participant.name = arg.name
  redis.call('HSET', key.people, arg.participantId, cjson.encode(participant))
  redis.call('HDEL', key.names, arg.formerSkeleton)
  redis.call('HSET', key.names, arg.skeleton, arg.participantId)

  local who = '"participantId":' .. lib.text.quoted(arg.participantId) .. ',"name":' .. lib.text.quoted(arg.name)
  lib.events.publish(key, game, 'participant_renamed', '{' .. who .. '}')
  lib.log(key, arg.gameId, game, now, 'renamed', '{' .. who .. ',"formerName":' .. lib.text.quoted(arg.formerName) .. ',"origin":' .. arg.origin .. '}')
  return lib.reply.ok(lib.tick.mark_roster(key, arg.gameId, game, now))
end

lib.register('rename_participant', rename_participant)
