--[[
The points of some users on a long-term board.

Keys:     board, state
Args:     then users: userId
Returns:  their points, as text, empty for who is not on it
Failures: UNKNOWN
Events:   none
Log:      none
]]
local function read_places(keys, args)
  local key = lib.bind(keys, { 'board', 'state' })
  lib.bind(args, {})
  if not lib.ranked.state(key.state) then return lib.reply.fail('UNKNOWN') end
  local points = {}
  for place, user in ipairs(lib.records(args, 0, { 'userId' })) do points[place] = redis.call('ZSCORE', key.board, user.userId) or '' end
  return lib.reply.ok(points)
end

lib.register('read_places', read_places, { read_only = true })
