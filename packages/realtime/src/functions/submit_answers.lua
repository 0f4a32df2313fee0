--[[
Judges a batch of answers to one round, and counts each accepted one, once.

Keys:     game, present, waiting, answered, board, streaks, answers, tally, due, dirty, log
Args:     gameId, round (0 where the question is none of this quiz), questionId, startsAt and limitMs (those by which the points were
          computed), previousRound (the last round before this one whose answers count for a streak; 0 for none), bonuses (comma-separated:
          what the n-th right answer in a row earns on top; the last stands for all that follow), kinds (what the answers are, each once,
          as a JSON array of objects: verdict (1 right, 0 wrong, empty where there is no right answer, else the refusal: WRONG_QUESTION or
          BAD_ANSWER), marked (the beginning of what is stored: the answer and whether it is right, as JSON), tallyKeys (one a line)),
          answers (one flat JSON array, five values for each: participantId, kind (from 1), receivedAt, points, compensationMs (of the
          answer's time, given back for a slow network)), told (what came in, for the log: JSON). A batch is packed into few texts because
          each argument by itself costs Redis more than the answer in it.
Returns:  for each, in one text with a semicolon between them, comma-separated: outcome (ACCEPTED or a reason), repeated, conflict, correct,
          points, score, streak, rank and gapToNext (with instant feedback only, else empty); and when the change is published (0 where
          nothing changed)
Failures: NOT_FOUND, STALE (the round was moved or extended since startsAt and limitMs were read: compute the points anew)
Events:   leaderboard_changed follows on the tick
Log:      answers, where there is anything to tell
]]
-- A node's offset to Redis's clock is off by milliseconds; an instant further away than this is not believed.
local OLDEST_RECEIPT_MS = 5000

-- How many values each answer has in `answers`.
local VALUES = 5

local function is_judged(verdict)
  return verdict == '1' or verdict == '0' or verdict == ''
end

-- What the batch's participants have at its beginning, read in three commands; what it changes is written in as few. `place`
-- tells where in the lists a participant stands.
local function read_before(key, participant_ids)
  local ids, place, count = {}, {}, 0
  for _, id in ipairs(participant_ids) do
    if not place[id] then
      count = count + 1
      ids[count], place[id] = id, count
    end
  end
  return {
    place = place,
    board = redis.call('ZMSCORE', key.board, unpack(ids)),
    answers = redis.call('HMGET', key.answers, unpack(ids)),
    streaks = redis.call('HMGET', key.streaks, unpack(ids)),
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
local function repeat_of(stored_json, marked)
  local stored, correct = cjson.decode(stored_json), ''
  if stored.correct ~= cjson.null then correct = stored.correct and '1' or '0' end
  return {
    -- Equal answers have equal JSON.
    name = 'ACCEPTED', repeated = true, conflict = string.sub(stored_json, 1, #marked) ~= marked, correct = correct, points = stored.points,
    score = stored.score, streak = stored.streak,
  }
end

-- A whole number as text. Made once a batch for each number, since many answers share their points, and forming one costs more than looking it up.
local function create_text_of()
  local texts = {}
  return function(number)
    local text = texts[number]
    if not text then
      text = lib.text.whole(number)
      texts[number] = text
    end
    return text
  end
end

-- The streak after an answer, what it earns on top, and its record; an answer without right or wrong leaves the record as it is.
-- Most of a class have one of a few records, so what follows from each is worked out once a batch.
local function advance_streak(rules, record, verdict)
  local known = rules.advanced[verdict][record or '']
  if known then return known end
  local held = lib.streak.parse(record)
  local advanced = { streak = held.streak, bonus = 0 }
  if verdict ~= '' then
    local after = lib.streak.advance(held, rules.round, rules.previous_round, verdict == '1')
    advanced = { streak = after.streak, bonus = rules.bonuses[math.min(after.streak, #rules.bonuses)] or 0, record = lib.streak.text(after) }
  end
  rules.advanced[verdict][record or ''] = advanced
  return advanced
end

local function accept(rules, held, record, answer, received_at)
  local text_of, advanced = rules.text_of, advance_streak(rules, record, answer.verdict)
  local points = answer.points + advanced.bonus
  local time_ms = math.max(0, math.min(received_at - rules.startsAt - answer.compensationMs, rules.limitMs))
  local number = lib.board.add(held, points, time_ms)
  local score = lib.board.score_of(number)
  local points_text, time_text, streak_text = text_of(points), text_of(time_ms), text_of(advanced.streak)
  local old_text, score_text = text_of(lib.board.score_of(held)), text_of(score)
  return {
    name = 'ACCEPTED', correct = answer.verdict, points = points, number = number, streak = advanced.streak, streakRecord = advanced.record, score = score,
    stored = answer.marked .. ',"points":' .. points_text .. ',"timeMs":' .. time_text .. ',"at":' .. answer.at
      .. ',"streak":' .. streak_text .. ',"score":' .. score_text .. ',"oldScore":' .. old_text .. '}',
    logged = ',' .. points_text .. ',' .. time_text .. ',' .. streak_text .. ',' .. old_text .. ',' .. score_text,
  }
end

-- What became of an answer, for the log; what it was stands in `told` already, at the same place. Empty for a plain repeat, which
-- changes nothing.
local function logged(answer, outcome)
  if outcome.stored then return answer.at .. outcome.logged end
  if outcome.repeated and not outcome.conflict then return '' end
  return answer.at .. ',' .. (outcome.conflict and 'CONFLICT' or outcome.name)
end

-- Judges one answer with all that the batch has changed before it.
local function judge(game, rules, before, answer, received_at)
  local place, verdict = before.place[answer.participantId], answer.verdict
  local held = before.board[place]
  -- Who is not on the board is not in the game, or not any more.
  if not held then return refused('NOT_IN_GAME') end
  if verdict == 'WRONG_QUESTION' then return refused(verdict) end
  local stored = before.answers[place]
  if stored and is_judged(verdict) then return repeat_of(stored, answer.marked) end
  local refusal = find_refusal(game, rules.round, received_at)
  if refusal then return refused(refusal) end
  if not is_judged(verdict) then return refused(verdict) end

  local outcome = accept(rules, tonumber(held), before.streaks[place], answer, received_at)
  before.board[place], before.answers[place] = outcome.number, outcome.stored
  before.streaks[place] = outcome.streakRecord or before.streaks[place]
  return outcome
end

local function count_tally(key, counts_of_keys, answered, right)
  local counts = { answered = answered, right = right > 0 and right or nil }
  for tally_keys, n in pairs(counts_of_keys) do
    for tally_key in string.gmatch(tally_keys, '[^\n]+') do counts['=' .. tally_key] = (counts['=' .. tally_key] or 0) + n end
  end
  for name, n in pairs(counts) do redis.call('HINCRBY', key.tally, name, n) end
end

-- All changes of the batch, one command per key. False where nothing was accepted.
local function write(key, batch, outcomes)
  local ids, answers, board, streaks, tally, count, streak_count, right = {}, {}, {}, {}, {}, 0, 0, 0
  for row, outcome in ipairs(outcomes) do
    if outcome.stored then
      local id, tally_keys = batch.ids[row], batch.kinds[row].tallyKeys
      count = count + 1
      ids[count] = id
      answers[2 * count - 1], answers[2 * count] = id, outcome.stored
      board[2 * count - 1], board[2 * count] = lib.text.whole(outcome.number), id
      if outcome.streakRecord then
        streak_count = streak_count + 1
        streaks[2 * streak_count - 1], streaks[2 * streak_count] = id, outcome.streakRecord
      end
      if outcome.correct == '1' then right = right + 1 end
      tally[tally_keys] = (tally[tally_keys] or 0) + 1
    end
  end
  if count == 0 then return false end

  redis.call('HSET', key.answers, unpack(answers))
  redis.call('ZADD', key.board, unpack(board))
  if streak_count > 0 then redis.call('HSET', key.streaks, unpack(streaks)) end
  count_tally(key, tally, count, right)
  redis.call('SADD', key.answered, unpack(ids))
  redis.call('ZREM', key.waiting, unpack(ids))
  return true
end

-- The largest part, what came in, goes through as it is: laid out here, it would cost more than all the rest.
local function log(key, arg, game, now, entries)
  local body = '{"round":' .. arg.round .. ',"questionId":' .. lib.text.quoted(arg.questionId) .. ',"outcomes":"' .. table.concat(entries, ';') .. '"}'
  lib.log(key, arg.gameId, game, now, 'answers', body, arg.told)
end

local function reply_of(key, game, outcome, text_of)
  if not outcome.score then return outcome.name .. ',0,0,,0,0,0,,' end
  local rank, gap = '', ''
  if game.feedback == 'instant' then
    rank = lib.board.rank(key.board, outcome.score)
    gap = lib.board.gap_to_next(key.board, outcome.score) or ''
  end
  return outcome.name .. (outcome.repeated and ',1' or ',0') .. (outcome.conflict and ',1,' or ',0,') .. outcome.correct .. ',' .. text_of(outcome.points)
    .. ',' .. text_of(outcome.score) .. ',' .. text_of(outcome.streak) .. ',' .. rank .. ',' .. gap
end

-- A list for each value instead of a table for each answer, which for some hundreds of answers is far less work.
local function unpack_batch(kinds_json, answers_json)
  local kinds, values = cjson.decode(kinds_json), cjson.decode(answers_json)
  local batch = { count = #values / VALUES, ids = {}, kinds = {}, received_at = {}, points = {}, compensation_ms = {} }
  for row = 1, batch.count do
    local at = (row - 1) * VALUES
    batch.ids[row], batch.kinds[row] = values[at + 1], kinds[values[at + 2]]
    batch.received_at[row], batch.points[row], batch.compensation_ms[row] = values[at + 3], values[at + 4], values[at + 5]
  end
  return batch
end

local function submit_answers(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'board', 'streaks', 'answers', 'tally', 'due', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'round', 'questionId', 'startsAt', 'limitMs', 'previousRound', 'bonuses', 'kinds', 'answers', 'told' })
  local batch = unpack_batch(arg.kinds, arg.answers)

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  local rules = {
    round = tonumber(arg.round), previous_round = tonumber(arg.previousRound), startsAt = tonumber(arg.startsAt), limitMs = tonumber(arg.limitMs),
    bonuses = {}, text_of = create_text_of(), advanced = { ['1'] = {}, ['0'] = {}, [''] = {} },
  }
  local is_open = rules.round == game.round and game.phase == 'question'
  if is_open and (rules.startsAt ~= game.startsAt or rules.limitMs ~= game.limitMs) then return lib.reply.fail('STALE') end
  for bonus in string.gmatch(arg.bonuses, '%d+') do rules.bonuses[#rules.bonuses + 1] = tonumber(bonus) end
  local before = read_before(key, batch.ids)
  local now = lib.now(game)

  local outcomes, entries, answer, is_news = {}, {}, {}, false
  for row = 1, batch.count do
    local received_at, kind = math.max(now - OLDEST_RECEIPT_MS, math.min(batch.received_at[row], now)), batch.kinds[row]
    -- One table for all, row by row.
    answer.participantId, answer.verdict, answer.marked = batch.ids[row], kind.verdict, kind.marked
    answer.points, answer.compensationMs, answer.at = batch.points[row], batch.compensation_ms[row], rules.text_of(received_at)
    outcomes[row] = judge(game, rules, before, answer, received_at)
    entries[row] = logged(answer, outcomes[row])
    is_news = is_news or entries[row] ~= ''
  end

  local publish_at = 0
  if write(key, batch, outcomes) then
    publish_at = lib.tick.mark(key, arg.gameId, game, now)
    lib.presence.check(key, arg.gameId, game, now)
  end
  if is_news and game.phase ~= 'ended' then log(key, arg, game, now, entries) end

  local replies = {}
  for row, outcome in ipairs(outcomes) do replies[row] = reply_of(key, game, outcome, rules.text_of) end
  return lib.reply.ok(table.concat(replies, ';'), publish_at)
end

lib.register('submit_answers', submit_answers)
