-- A long-term board: a sorted set of users by their points. Equal points share a rank.
lib.ranked = {}

-- The state of a board that may be believed: made in the life of this Redis process. Nil for one that has to be made again.
function lib.ranked.state(state_key)
  local life, epoch, number, at = unpack(redis.call('HMGET', state_key, 'life', 'epoch', 'number', 'publishedAt'))
  if not life or life ~= lib.trust.run_id() then return nil end
  return { epoch = epoch, number = tonumber(number), at = tonumber(at) }
end

-- 1 + how many have more points.
function lib.ranked.rank(board_key, score)
  return redis.call('ZCOUNT', board_key, '(' .. score, '+inf') + 1
end

-- Rows `first` to `last` (from 0), best first, as JSON: [userId, score, rank].
function lib.ranked.rows(board_key, first, last)
  local pairs_of = redis.call('ZREVRANGE', board_key, first, last, 'WITHSCORES')
  local rows, rank, score_before = {}, nil, nil
  for position = 1, #pairs_of / 2 do
    local score = pairs_of[position * 2]
    if not rank then
      rank = lib.ranked.rank(board_key, score)
    elseif score ~= score_before then
      rank = first + position
    end
    score_before = score
    rows[position] = '["' .. pairs_of[position * 2 - 1] .. '",' .. score .. ',' .. rank .. ']'
  end
  return '[' .. table.concat(rows, ',') .. ']'
end

-- Whether somebody makes the board again just now.
function lib.ranked.is_staged(state_key, now)
  return tonumber(redis.call('HGET', state_key, 'stagedUntil') or 0) > now
end

-- Takes what is newer than the mark of its user; nothing older is ever believed. Without a score the user goes.
function lib.ranked.take(board_key, marks_key, record)
  local known = redis.call('HGET', marks_key, record.userId)
  if known and tonumber(known) >= tonumber(record.revision) then return false end
  redis.call('HSET', marks_key, record.userId, record.revision)
  if record.score == '' then
    redis.call('ZREM', board_key, record.userId)
  else
    redis.call('ZADD', board_key, record.score, record.userId)
  end
  return true
end

-- A board of a period lives until its time is over, whichever of its keys was just made.
function lib.ranked.expire(state_key, ...)
  local at = redis.call('HGET', state_key, 'expiresAt')
  if not at or at == '' then return end
  for _, key in ipairs({ state_key, ... }) do redis.call('PEXPIREAT', key, at) end
end
