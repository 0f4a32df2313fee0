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
  local ids = {}
  for place, sign in ipairs(lib.records(args, 1, { 'participantId' })) do ids[place] = sign.participantId end

  local game = lib.game.read(key.game)
  if not game or game.phase == 'ended' then return lib.reply.ok() end
  local now = lib.now(game)

  if #ids > 0 then lib.presence.keep(key, game, ids, now) end
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok()
end

lib.register('keep_present', keep_present)
