--[[
Looks again at a game that stood in the due set before its time: someone who left may have been the last to wait for.

Keys:     game, present, waiting, answered, due, dirty
Args:     gameId
Returns:  nothing
Failures: none
Events:   none
Log:      none
]]
local function recheck_game(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId' })

  local game = lib.game.read(key.game)
  if not game then
    redis.call('ZREM', key.due, arg.gameId)
    return lib.reply.ok()
  end
  -- Its standings may be waiting to be logged, which settle_game does.
  if game.phase == 'ended' then return lib.reply.ok() end

  local now = lib.now(game)
  lib.presence.schedule(key, arg.gameId, game, now)
  -- Whether everyone has answered is decided anew, so that it gets back into the due set where it holds.
  redis.call('HSET', key.game, 'everyoneAnswered', '')
  game.everyoneAnswered = nil
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok()
end

lib.register('recheck_game', recheck_game)
