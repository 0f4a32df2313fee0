--[[
Begins to make a board again, beside the one that is there. One does it at a time.

Keys:     state, staged, stagedMarks
Args:     holder (who does it), holdMs (for how long nobody else may)
Returns:  nothing
Failures: TAKEN
Events:   none
Log:      none
]]
local function begin_board(keys, args)
  local key = lib.bind(keys, { 'state', 'staged', 'stagedMarks' })
  local arg = lib.bind(args, { 'holder', 'holdMs' })
  local now = lib.time_ms()
  if lib.ranked.is_staged(key.state, now) then return lib.reply.fail('TAKEN') end
  redis.call('UNLINK', key.staged, key.stagedMarks)
  redis.call('HSET', key.state, 'holder', arg.holder, 'stagedUntil', lib.text.whole(now + tonumber(arg.holdMs)))
  return lib.reply.ok()
end

lib.register('begin_board', begin_board)
