--[[
A page of a long-term board, and which publication it follows.

Keys:     board, state
Args:     limit, offset, around (a userId in the middle of the page; empty for a page from offset on)
Returns:  rows (JSON, [userId, score, rank] each), how many there are, the offset of the page, epoch, number, when that was published
Failures: UNKNOWN
Events:   none
Log:      none
]]
local function read_board(keys, args)
  local key = lib.bind(keys, { 'board', 'state' })
  local arg = lib.bind(args, { 'limit', 'offset', 'around' })

  local state = lib.ranked.state(key.state)
  if not state then return lib.reply.fail('UNKNOWN') end
  local total, limit, offset = redis.call('ZCARD', key.board), tonumber(arg.limit), tonumber(arg.offset)
  local place = arg.around ~= '' and redis.call('ZREVRANK', key.board, arg.around)
  if place then offset = math.max(0, math.min(place - math.floor(limit / 2), total - limit)) end
  return lib.reply.ok(lib.ranked.rows(key.board, offset, offset + limit - 1), total, offset, state.epoch, state.number, state.at)
end

lib.register('read_board', read_board, { read_only = true })
