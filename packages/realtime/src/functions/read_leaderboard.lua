--[[
A page of the board as players may see it now.

Keys:     game, people, board, boardBefore
Args:     limit, offset, around (a participantId in the middle of the page; empty for a page from offset on)
Returns:  rows (JSON), how many there are, the offset of the page
Failures: NOT_FOUND
Events:   none
Log:      none
]]
local function read_leaderboard(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'board', 'boardBefore' })
  local arg = lib.bind(args, { 'limit', 'offset', 'around' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end

  local board = lib.board.visible(key, game)
  local total, limit, offset = redis.call('ZCARD', board), tonumber(arg.limit), tonumber(arg.offset)
  local place = arg.around ~= '' and redis.call('ZREVRANK', board, arg.around)
  if place then offset = math.max(0, math.min(place - math.floor(limit / 2), total - limit)) end
  return lib.reply.ok(lib.board.rows(key.people, board, offset, offset + limit - 1), total, offset)
end

lib.register('read_leaderboard', read_leaderboard, { read_only = true })
