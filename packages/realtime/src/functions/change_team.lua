--[[
Moves a participant to another team, in the lobby.

Keys:     game, people, teams, teamOf, events, dirty, log
Args:     gameId, participantId, team, origin (JSON)
Returns:  when the host's list of people is published anew
Failures: NOT_FOUND, WRONG_PHASE
Events:   team_changed
Log:      team
]]
local function change_team(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'teams', 'teamOf', 'events', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'participantId', 'team', 'origin' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase ~= 'lobby' then return lib.reply.fail('WRONG_PHASE') end
  local stored = redis.call('HGET', key.people, arg.participantId)
  local participant = stored and cjson.decode(stored)
  if not participant or participant.removed then return lib.reply.fail('NOT_FOUND') end
  local now = lib.now(game)

  participant.team = tonumber(arg.team)
  redis.call('HSET', key.people, arg.participantId, cjson.encode(participant))
  lib.teams.change(key, arg.participantId, participant.team)

  local who = '{"participantId":' .. lib.text.quoted(arg.participantId) .. ',"team":' .. arg.team
  lib.events.publish(key, game, 'team_changed', who .. ',"teamSizes":' .. lib.teams.sizes_json(key, game) .. '}')
  lib.log(key, arg.gameId, game, now, 'team', who .. ',"origin":' .. arg.origin .. '}')
  return lib.reply.ok(lib.tick.mark_roster(key, arg.gameId, game, now))
end

lib.register('change_team', change_team)
