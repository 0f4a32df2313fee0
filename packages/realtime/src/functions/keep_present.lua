--[[
A node's sign of life for all of its participants of a game.

Keys:     game, present, waiting, answered, board, due, dirty
Args:     gameId
Each:     participantId
Returns:  nothing
Failures: none
Events:   none
Log:      none
]]
local function keep_present(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'board', 'due', 'dirty' })
  local arg = lib.bind(args, { 'gameId' })
  local signs = lib.records(args, 1, { 'participantId' })

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then return lib.reply.ok() end
  local now = lib.now(game)

  for _, sign in ipairs(signs) do
    if redis.call('ZSCORE', key.board, sign.participantId) then lib.presence.arrive(key, game, sign.participantId, now) end
  end
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok()
end

lib.register('keep_present', keep_present)
