--[[
Lets some of the host's own bots in, to rehearse with. Only in the lobby: who plays a game for points is never joined by one. They pass
the locked door and take nobody's place, and they need no sign of life. Names that are taken are left out, to be asked for under others.

Keys:     game, people, names, present, comings, board, bots, teams, teamOf, due, dirty, log
Args:     gameId, most (bots that a game may have), origin (JSON)
Each:     participantId, skeleton, participant (JSON, without `team`, `fromRound`, `joinedAt` and `removed`)
Returns:  how many are in the game now, how many of them came, when the change is published (0 where nobody came)
Failures: NOT_FOUND, ENDED, WRONG_PHASE (the game has begun), FULL (as many bots as may be are in, not counting those that asked)
Events:   lobby_changed follows on the tick
Log:      joined, for each
]]
local function add_bots(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'names', 'present', 'comings', 'board', 'bots', 'teams', 'teamOf', 'due', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'most', 'origin' })
  local asked = lib.records(args, 3, { 'participantId', 'skeleton', 'participant' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  if game.phase == 'ended' then return lib.reply.fail('ENDED') end
  if game.phase ~= 'lobby' then return lib.reply.fail('WRONG_PHASE') end
  local count, most, now, came = game.bots or 0, tonumber(arg.most), lib.now(game), {}
  if count >= most then return lib.reply.fail('FULL') end

  for _, bot in ipairs(asked) do
    if count + #came < most and redis.call('HEXISTS', key.names, bot.skeleton) == 0 then
      lib.people.enter(key, arg, game, now, bot)
      redis.call('ZADD', key.present, lib.presence.ALWAYS, bot.participantId)
      redis.call('SADD', key.bots, bot.participantId)
      came[#came + 1] = '+' .. bot.participantId
    end
  end

  if #came == 0 then return lib.reply.ok(count, 0, 0) end
  game.bots = redis.call('HINCRBY', key.game, 'bots', #came)
  local publish_at = lib.tick.mark_comings(key, arg.gameId, game, now, came)
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(game.bots, #came, publish_at)
end

lib.register('add_bots', add_bots)
