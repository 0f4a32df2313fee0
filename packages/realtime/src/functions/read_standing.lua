--[[
One participant's standing as of one moment.

Keys:     game, board, boardBefore, streaks
Args:     participantId
Returns:  score, rank, gap to the next better score (empty for those in front), streak record
Failures: NOT_FOUND, NOT_IN_GAME
Events:   none
Log:      none
]]
local function read_standing(keys, args)
  local key = lib.bind(keys, { 'game', 'board', 'boardBefore', 'streaks' })
  local arg = lib.bind(args, { 'participantId' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  local standing = lib.standing(key, game, arg.participantId)
  if not standing then return lib.reply.fail('NOT_IN_GAME') end
  return lib.reply.ok(standing[1], standing[2], standing[3], standing[4])
end

lib.register('read_standing', read_standing, { read_only = true })
