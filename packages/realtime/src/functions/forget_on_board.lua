--[[
Takes a user off a board, and every trace of them with it: for an account that is deleted.

Keys:     board, marks, state, staged, stagedMarks
Args:     userId
Returns:  nothing
Failures: none
Events:   none
Log:      none
]]
local function forget_on_board(keys, args)
  local key = lib.bind(keys, { 'board', 'marks', 'state', 'staged', 'stagedMarks' })
  local arg = lib.bind(args, { 'userId' })
  for _, board_key in ipairs({ key.board, key.staged }) do redis.call('ZREM', board_key, arg.userId) end
  for _, marks_key in ipairs({ key.marks, key.stagedMarks }) do redis.call('HDEL', marks_key, arg.userId) end
  if lib.ranked.state(key.state) then redis.call('HSET', key.state, 'dirty', 1) end
  return lib.reply.ok()
end

lib.register('forget_on_board', forget_on_board)
