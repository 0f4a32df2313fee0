--[[
Puts users on the board that is being made. What came in since it was begun is newer, and stays.

Keys:     state, staged, stagedMarks
Args:     holder, holdMs, then places: userId, revision, score (empty: none)
Returns:  nothing
Failures: TAKEN
Events:   none
Log:      none
]]
local function fill_board(keys, args)
  local key = lib.bind(keys, { 'state', 'staged', 'stagedMarks' })
  local arg = lib.bind(args, { 'holder', 'holdMs' })
  local now = lib.time_ms()
  if not lib.ranked.is_staged(key.state, now) or redis.call('HGET', key.state, 'holder') ~= arg.holder then return lib.reply.fail('TAKEN') end
  redis.call('HSET', key.state, 'stagedUntil', lib.text.whole(now + tonumber(arg.holdMs)))
  for _, record in ipairs(lib.records(args, 2, { 'userId', 'revision', 'score' })) do lib.ranked.take(key.staged, key.stagedMarks, record) end
  return lib.reply.ok()
end

lib.register('fill_board', fill_board)
