--[[
Judges a batch of answers to one round, and counts each accepted one, once.

Keys:     game, present, waiting, answered, board, streaks, answers, tally, due, dirty, log
Args:     gameId, round (0 where the question is none of this quiz), questionId, startsAt and limitMs (those by which the points were
          computed), previousRound (the last round before this one whose answers count for a streak; 0 for none), bonuses (comma-separated:
          what the n-th right answer in a row earns on top; the last stands for all that follow)
Each:     participantId, receivedAt, refusal (empty, WRONG_QUESTION or BAD_ANSWER), answer (JSON), correct (1, 0, or empty where there is no
          right answer), points, compensationMs (of the answer's time, given back for a slow network), tallyKeys (one a line), submission (JSON), origin (JSON)
Returns:  for each, comma-separated: outcome (ACCEPTED or a reason), repeated, conflict, correct, points, score, streak, rank and gapToNext
          (with instant feedback only, else empty); and when the change is published (0 where nothing changed)
Failures: NOT_FOUND, STALE (the round was moved or extended since startsAt and limitMs were read: compute the points anew)
Events:   leaderboard_changed follows on the tick
Log:      answers, where there is anything to tell
]]
-- A node's offset to Redis's clock is off by milliseconds; an instant further away than this is not believed.
local OLDEST_RECEIPT_MS = 5000

local JSON_OF_CORRECT = { ['1'] = 'true', ['0'] = 'false', [''] = 'null' }

-- What the batch's participants have at its beginning, read in three commands; what it changes is written in as few.
local function read_before(key, batch)
  local ids, seen = {}, {}
  for _, answer in ipairs(batch) do
    if not seen[answer.participantId] then
      seen[answer.participantId] = true
      ids[#ids + 1] = answer.participantId
    end
  end
  return {
    board = lib.bind(redis.call('ZMSCORE', key.board, unpack(ids)), ids),
    answers = lib.bind(redis.call('HMGET', key.answers, unpack(ids)), ids),
    streaks = lib.bind(redis.call('HMGET', key.streaks, unpack(ids)), ids),
  }
end

-- The reason for which a first answer is refused; nil where it counts.
local function find_refusal(game, round, received_at)
  if round < game.round then return 'TOO_LATE' end
  if round > game.round then return 'WRONG_QUESTION' end
  if game.phase == 'countdown' then return 'TOO_EARLY' end
  if game.phase ~= 'question' then return 'TOO_LATE' end
  if game.pausedAt then return 'PAUSED' end
  if received_at < game.startsAt then return 'TOO_EARLY' end
  if received_at > game.endsAt + game.graceMs then return 'TOO_LATE' end
  return nil
end

local function refused(reason)
  return { name = reason }
end

-- The first answer's result once more; another choice than the first one's is a conflict.
local function repeat_of(stored_json, answer)
  local stored, correct = cjson.decode(stored_json), ''
  if stored.correct ~= cjson.null then correct = stored.correct and '1' or '0' end
  -- Equal answers have equal JSON.
  local same = '{"answer":' .. answer.answer .. ',"correct":'
  return {
    name = 'ACCEPTED', repeated = true, conflict = string.sub(stored_json, 1, #same) ~= same, correct = correct, points = stored.points,
    score = stored.score, streak = stored.streak,
  }
end

-- The streak after this answer, what it earns on top, and its record; an answer without right or wrong leaves the record as it is.
local function advance_streak(rules, record, answer)
  local held = lib.streak.parse(record)
  if answer.correct == '' then return held.streak, 0, nil end
  local advanced = lib.streak.advance(held, rules.round, rules.previous_round, answer.correct == '1')
  return advanced.streak, rules.bonuses[math.min(advanced.streak, #rules.bonuses)] or 0, lib.streak.text(advanced)
end

local function accept(rules, held, answer, received_at)
  local streak, bonus, record = advance_streak(rules, rules.before.streaks[answer.participantId], answer)
  local points = tonumber(answer.points) + bonus
  local time_ms = math.max(0, math.min(received_at - rules.startsAt - tonumber(answer.compensationMs), rules.limitMs))
  local number = lib.board.add(held, points, time_ms)
  return {
    name = 'ACCEPTED', correct = answer.correct, points = points, timeMs = time_ms, number = number, streak = streak, streakRecord = record,
    oldScore = lib.board.score_of(held), score = lib.board.score_of(number),
  }
end

local function stored_json(answer, outcome, received_at)
  return '{"answer":' .. answer.answer .. ',"correct":' .. JSON_OF_CORRECT[outcome.correct]
    .. ',"points":' .. outcome.points .. ',"timeMs":' .. outcome.timeMs .. ',"at":' .. lib.text.whole(received_at)
    .. ',"streak":' .. outcome.streak .. ',"score":' .. outcome.score .. ',"oldScore":' .. outcome.oldScore .. '}'
end

local function logged_json(answer, outcome, received_at)
  local json = '{"participantId":"' .. answer.participantId .. '","receivedAt":' .. lib.text.whole(received_at)
    .. ',"submission":' .. answer.submission .. ',"origin":' .. answer.origin
  if outcome.stored then return json .. ',"stored":' .. outcome.stored .. '}' end
  return json .. ',"reason":"' .. (outcome.conflict and 'CONFLICT' or outcome.name) .. '"}'
end

-- Judges one answer with all that the batch has changed before it.
local function judge(game, rules, answer, received_at)
  local before = rules.before
  local held = tonumber(before.board[answer.participantId] or '')
  -- Who is not on the board is not in the game, or not any more.
  if not held then return refused('NOT_IN_GAME') end
  if answer.refusal == 'WRONG_QUESTION' then return refused('WRONG_QUESTION') end
  local stored = before.answers[answer.participantId]
  if stored and answer.refusal == '' then return repeat_of(stored, answer) end
  local refusal = find_refusal(game, rules.round, received_at)
  if refusal then return refused(refusal) end
  if answer.refusal ~= '' then return refused(answer.refusal) end

  local outcome = accept(rules, held, answer, received_at)
  outcome.stored = stored_json(answer, outcome, received_at)
  before.board[answer.participantId] = outcome.number
  before.answers[answer.participantId] = outcome.stored
  before.streaks[answer.participantId] = outcome.streakRecord or before.streaks[answer.participantId]
  return outcome
end

-- All changes of the batch, one command per key.
local function write(key, batch, outcomes)
  local ids, answers, board, streaks, counts = {}, {}, {}, {}, {}
  local function count(name) counts[name] = (counts[name] or 0) + 1 end
  for position, outcome in ipairs(outcomes) do
    if outcome.stored then
      local answer = batch[position]
      local id = answer.participantId
      ids[#ids + 1] = id
      answers[#answers + 1], answers[#answers + 2] = id, outcome.stored
      board[#board + 1], board[#board + 2] = lib.text.whole(outcome.number), id
      if outcome.streakRecord then streaks[#streaks + 1], streaks[#streaks + 2] = id, outcome.streakRecord end
      count('answered')
      if answer.correct == '1' then count('right') end
      for tally_key in string.gmatch(answer.tallyKeys, '[^\n]+') do count('=' .. tally_key) end
    end
  end
  if #ids == 0 then return false end

  redis.call('HSET', key.answers, unpack(answers))
  redis.call('ZADD', key.board, unpack(board))
  if #streaks > 0 then redis.call('HSET', key.streaks, unpack(streaks)) end
  for name, n in pairs(counts) do redis.call('HINCRBY', key.tally, name, n) end
  redis.call('SADD', key.answered, unpack(ids))
  redis.call('ZREM', key.waiting, unpack(ids))
  return true
end

local function log(key, arg, game, now, entries)
  if #entries == 0 then return end
  local body = '{"round":' .. arg.round .. ',"questionId":' .. lib.text.quoted(arg.questionId) .. ',"answers":[' .. table.concat(entries, ',') .. ']}'
  lib.log(key, arg.gameId, game, now, 'answers', body)
end

local function reply_of(key, game, outcome)
  if not outcome.score then return outcome.name .. ',0,0,,0,0,0,,' end
  local rank, gap = '', ''
  if game.feedback == 'instant' then
    rank = lib.board.rank(key.board, outcome.score)
    gap = lib.board.gap_to_next(key.board, outcome.score) or ''
  end
  return outcome.name .. (outcome.repeated and ',1' or ',0') .. (outcome.conflict and ',1,' or ',0,') .. outcome.correct .. ',' .. outcome.points
    .. ',' .. outcome.score .. ',' .. outcome.streak .. ',' .. rank .. ',' .. gap
end

local function submit_answers(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'board', 'streaks', 'answers', 'tally', 'due', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'round', 'questionId', 'startsAt', 'limitMs', 'previousRound', 'bonuses' })
  local batch = lib.records(args, 7, {
    'participantId', 'receivedAt', 'refusal', 'answer', 'correct', 'points', 'compensationMs', 'tallyKeys', 'submission', 'origin',
  })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  local rules = {
    round = tonumber(arg.round), previous_round = tonumber(arg.previousRound), startsAt = tonumber(arg.startsAt), limitMs = tonumber(arg.limitMs),
    bonuses = {},
  }
  local is_open = rules.round == game.round and game.phase == 'question'
  if is_open and (rules.startsAt ~= game.startsAt or rules.limitMs ~= game.limitMs) then return lib.reply.fail('STALE') end
  for bonus in string.gmatch(arg.bonuses, '%d+') do rules.bonuses[#rules.bonuses + 1] = tonumber(bonus) end
  rules.before = read_before(key, batch)
  local now = lib.now(game)

  local outcomes, entries = {}, {}
  for position, answer in ipairs(batch) do
    local received_at = math.max(now - OLDEST_RECEIPT_MS, math.min(tonumber(answer.receivedAt), now))
    local outcome = judge(game, rules, answer, received_at)
    outcomes[position] = outcome
    -- A plain repeat changes nothing, so there is nothing to tell of it.
    if not outcome.repeated or outcome.conflict then entries[#entries + 1] = logged_json(answer, outcome, received_at) end
  end

  local publish_at = 0
  if write(key, batch, outcomes) then
    publish_at = lib.tick.mark(key, arg.gameId, game, now)
    lib.presence.check(key, arg.gameId, game, now)
  end
  if game.phase ~= 'ended' then log(key, arg, game, now, entries) end

  local replies = {}
  for position, outcome in ipairs(outcomes) do replies[position] = reply_of(key, game, outcome) end
  return lib.reply.ok(replies, publish_at)
end

lib.register('submit_answers', submit_answers)
