--[[
Brings users' places to boards. Safe to repeat and in any order: places are absolute, and older than what a board has is left out.
A board that is being made again gets them twice, so that none is lost when the new one takes its place.

Keys:     board, marks, state, staged, stagedMarks; then the same of further boards, which in a cluster lie in the same slot
Args:     top (how many places are published), then places: at (which board, from 1), userId, revision, score (empty: none)
Returns:  for each board what became of it: same, changed, top (its top changed), unknown (it has to be made again; nothing is in it)
Failures: none
Events:   none
Log:      none
]]
local WIDTH = 5

local function place_of(board_key, user_id)
  return redis.call('ZREVRANK', board_key, user_id)
end

local function is_within(place, top)
  return place and place < top
end

local function open_board(keys, now)
  local key = lib.bind(keys, { 'board', 'marks', 'state', 'staged', 'stagedMarks' })
  local outcome = lib.ranked.state(key.state) and 'same' or 'unknown'
  return { key = key, outcome = outcome, is_staged = lib.ranked.is_staged(key.state, now) }
end

local function update(board, record, top)
  local key = board.key
  if board.is_staged then lib.ranked.take(key.staged, key.stagedMarks, record) end
  if board.outcome == 'unknown' then return end
  local before = place_of(key.board, record.userId)
  if not lib.ranked.take(key.board, key.marks, record) then return end
  if board.outcome == 'same' then board.outcome = 'changed' end
  if is_within(before, top) or is_within(place_of(key.board, record.userId), top) then board.outcome = 'top' end
end

local function update_boards(keys, args)
  local arg = lib.bind(args, { 'top' })
  local now, boards, outcomes = lib.time_ms(), {}, {}
  for first = 1, #keys, WIDTH do boards[#boards + 1] = open_board({ unpack(keys, first, first + WIDTH - 1) }, now) end
  for _, record in ipairs(lib.records(args, 1, { 'at', 'userId', 'revision', 'score' })) do
    update(boards[tonumber(record.at)], record, tonumber(arg.top))
  end
  for place, board in ipairs(boards) do
    if board.outcome == 'top' then redis.call('HSET', board.key.state, 'dirty', 1) end
    if board.outcome ~= 'same' and board.outcome ~= 'unknown' then lib.ranked.expire(board.key.state, board.key.board, board.key.marks) end
    outcomes[place] = board.outcome
  end
  return lib.reply.ok(outcomes)
end

lib.register('update_boards', update_boards)
