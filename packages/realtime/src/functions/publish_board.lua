--[[
Publishes the top of a board, if it changed and was not published just now: whoever asks, there is one publication for all.

Keys:     board, state
Args:     channel, top (how many places), everyMs (the throttle)
Returns:  whether it was published, the ms after which to ask again (0: nothing waits)
Failures: UNKNOWN
Events:   the top, as [userId, score, rank] each, with its epoch and number
Log:      none
]]
local function publish_board(keys, args)
  local key = lib.bind(keys, { 'board', 'state' })
  local arg = lib.bind(args, { 'channel', 'top', 'everyMs' })

  local state = lib.ranked.state(key.state)
  if not state then return lib.reply.fail('UNKNOWN') end
  if redis.call('HGET', key.state, 'dirty') ~= '1' then return lib.reply.ok(0, 0) end
  local now = lib.time_ms()
  local wait_ms = state.at + tonumber(arg.everyMs) - now
  -- A clock that was set back must not silence the board for longer than one throttle.
  if wait_ms > 0 and wait_ms <= tonumber(arg.everyMs) then return lib.reply.ok(0, wait_ms) end

  local number = state.number + 1
  redis.call('HSET', key.state, 'number', number, 'publishedAt', lib.text.whole(now), 'dirty', 0)
  local rows = lib.ranked.rows(key.board, 0, tonumber(arg.top) - 1)
  redis.call('PUBLISH', arg.channel, '{"epoch":"' .. state.epoch .. '","number":' .. number .. ',"at":' .. lib.text.whole(now) .. ',"rows":' .. rows .. '}')
  return lib.reply.ok(1, 0)
end

lib.register('publish_board', publish_board)
