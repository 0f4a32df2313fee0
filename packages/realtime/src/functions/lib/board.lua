-- The board: a sorted set of score and total answer time in one number, score first; the engine's encodeBoardNumber is the
-- same. Exact in a double: 27 bits of score and 26 bits of time.
lib.board = {}

local TIME_UNIT = 2 ^ 26
local HIGHEST_SCORE = 2 ^ 27 - 1
lib.board.START = TIME_UNIT - 1

function lib.board.score_of(number)
  return math.floor(number / TIME_UNIT)
end

function lib.board.total_ms_of(number)
  return lib.board.START - number % TIME_UNIT
end

-- The lowest number that stands for a score; all with the same score lie between it and the next one's.
function lib.board.floor_of(score)
  return lib.text.whole(score * TIME_UNIT)
end

-- Stays within the bits, whatever is added. Without calls: it is done for each answer.
function lib.board.add(number, points, ms)
  local time_left = number % TIME_UNIT
  local score = (number - time_left) / TIME_UNIT + points
  if score > HIGHEST_SCORE then score = HIGHEST_SCORE end
  time_left = time_left - ms
  if time_left < 0 then time_left = 0 end
  return score * TIME_UNIT + time_left
end

-- COPY alone would leave the old copy of a board that is empty.
function lib.board.copy(from_key, to_key)
  if redis.call('COPY', from_key, to_key, 'REPLACE') == 0 then redis.call('DEL', to_key) end
end

-- What players may see now: where feedback waits for the reveal, the board without the open question's points.
function lib.board.visible(key, game)
  if game.feedback == 'reveal' and game.phase == 'question' then return key.boardBefore end
  return key.board
end

-- 1 + how many have a better score.
function lib.board.rank(board_key, score)
  return redis.call('ZCOUNT', board_key, lib.board.floor_of(score + 1), '+inf') + 1
end

-- Points to the next better score; nil for those in front.
function lib.board.gap_to_next(board_key, score)
  local above = redis.call('ZRANGEBYSCORE', board_key, lib.board.floor_of(score + 1), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if not above[2] then return nil end
  return lib.board.score_of(tonumber(above[2])) - score
end

-- Rows `first` to `last` (from 0), best first, as JSON.
function lib.board.rows(people_key, board_key, first, last)
  local pairs_of = redis.call('ZREVRANGE', board_key, first, last, 'WITHSCORES')
  if #pairs_of == 0 then return '[]' end
  local ids = {}
  for position = 1, #pairs_of, 2 do ids[#ids + 1] = pairs_of[position] end
  local people = redis.call('HMGET', people_key, unpack(ids))

  local rows, rank, score_before = {}, nil, nil
  for position, id in ipairs(ids) do
    local score = lib.board.score_of(tonumber(pairs_of[position * 2]))
    if not rank then
      rank = lib.board.rank(board_key, score)
    elseif score ~= score_before then
      rank = first + position
    end
    score_before = score
    local name = cjson.decode(people[position]).name
    rows[position] = '{"participantId":"' .. id .. '","name":' .. lib.text.quoted(name) .. ',"score":' .. score .. ',"rank":' .. rank .. '}'
  end
  return '[' .. table.concat(rows, ',') .. ']'
end

-- The top of what players may see.
function lib.board.top(key, game)
  return lib.board.rows(key.people, lib.board.visible(key, game), 0, game.leaderboardSize - 1)
end

-- By which a board is known to be the one that was published last.
function lib.board.digest(rows, team_rows)
  return redis.sha1hex(rows .. (team_rows or ''))
end
