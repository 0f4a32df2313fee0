--[[
Puts the board that was made in the place of the one that is there, and has it published. Who follows it goes on where they were, unless
it was lost altogether.

Keys:     board, marks, state, staged, stagedMarks
Args:     holder, epoch (for a board that had none), expiresAt (empty for one that stays)
Returns:  how many are on it
Failures: TAKEN
Events:   none
Log:      none
]]
local function replace(from_key, to_key)
  redis.call('UNLINK', to_key)
  if redis.call('EXISTS', from_key) == 1 then redis.call('RENAME', from_key, to_key) end
end

local function finish_board(keys, args)
  local key = lib.bind(keys, { 'board', 'marks', 'state', 'staged', 'stagedMarks' })
  local arg = lib.bind(args, { 'holder', 'epoch', 'expiresAt' })
  if not lib.ranked.is_staged(key.state, lib.time_ms()) or redis.call('HGET', key.state, 'holder') ~= arg.holder then return lib.reply.fail('TAKEN') end

  replace(key.staged, key.board)
  replace(key.stagedMarks, key.marks)
  -- A Redis that came back with an older copy may have published numbers that it does not know of.
  if not lib.ranked.state(key.state) then redis.call('HSET', key.state, 'epoch', arg.epoch, 'number', 0, 'publishedAt', 0) end
  redis.call('HDEL', key.state, 'holder', 'stagedUntil')
  redis.call('HSET', key.state, 'life', lib.trust.run_id(), 'expiresAt', arg.expiresAt, 'dirty', 1)
  lib.ranked.expire(key.state, key.board, key.marks)
  return lib.reply.ok(redis.call('ZCARD', key.board))
end

lib.register('finish_board', finish_board)
