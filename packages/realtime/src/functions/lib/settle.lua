-- Everyone's final standing, in the log. Of a large game it is put there after the end and part by part, each a step by itself: no step
-- takes longer the more people are in a game, and whoever comes next goes on from where the last one got to. As long as something is left
-- the game stands in the due set; nothing moves its board any more.
lib.settle = {}

local STANDINGS_A_PART = 500
-- Everybody is told the end first; what was answered is in the log already.
local BEGIN_AFTER_MS = 1000
-- So that other games get their turn between two parts.
local NEXT_AFTER_MS = 20

local function standing_json(id, number, rank, participant)
  local team = participant.team and ',"team":' .. participant.team or ''
  local user = participant.userId and ',"userId":' .. lib.text.quoted(participant.userId) or ''
  return '{"participantId":' .. lib.text.quoted(id) .. ',"name":' .. lib.text.quoted(participant.name) .. team .. user
    .. ',"score":' .. lib.board.score_of(number) .. ',"rank":' .. rank .. ',"totalTimeMs":' .. lib.board.total_ms_of(number) .. '}'
end

-- `first` counts from 0, as the board does.
local function part_json(key, first)
  local flat = redis.call('ZREVRANGE', key.board, first, first + STANDINGS_A_PART - 1, 'WITHSCORES')
  if #flat == 0 then return nil, 0 end
  local ids, parts, rank, score_before = {}, {}, nil, nil
  for position = 1, #flat, 2 do ids[#ids + 1] = flat[position] end
  local people = redis.call('HMGET', key.people, unpack(ids))
  for position, id in ipairs(ids) do
    local number = tonumber(flat[position * 2])
    local score = lib.board.score_of(number)
    if not rank then
      rank = lib.board.rank(key.board, score)
    elseif score ~= score_before then
      rank = first + position
    end
    score_before = score
    parts[position] = standing_json(id, number, rank, cjson.decode(people[position]))
  end
  return '[' .. table.concat(parts, ',') .. ']', #ids
end

-- Answers when the next part is due; 0 where none is left.
local function log_part(key, game_id, game, now)
  local first = game.settled or 0
  local standings, count = part_json(key, first)
  if standings then lib.log(key, game_id, game, now, 'standings', '{"standings":' .. standings .. '}') end
  redis.call('HSET', key.game, 'settled', first + count)
  if first + count >= redis.call('ZCARD', key.board) then
    redis.call('ZREM', key.due, game_id)
    return 0
  end
  redis.call('ZADD', key.due, now + NEXT_AFTER_MS, game_id)
  return now + NEXT_AFTER_MS
end

-- What fits into one part is settled with the end.
function lib.settle.begin(key, game_id, game, now)
  if redis.call('ZCARD', key.board) <= STANDINGS_A_PART then return log_part(key, game_id, game, now) end
  redis.call('ZADD', key.due, now + BEGIN_AFTER_MS, game_id)
  return now + BEGIN_AFTER_MS
end

-- Whoever comes before its time, or after another one, changes nothing.
function lib.settle.go_on(key, game_id, game, now)
  local due_at = tonumber(redis.call('ZSCORE', key.due, game_id) or '')
  if not due_at then return 0 end
  if now < due_at then return due_at end
  return log_part(key, game_id, game, now)
end
