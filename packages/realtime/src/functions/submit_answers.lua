--[[
Judges a batch of answers to one round, and counts each accepted one, once.

Keys:     game, present, waiting, answered, board, streaks, answers, tally, teams, teamOf, due, dirty, log; then,
          where somebody has a time of their own, ownTimes
Args:     gameId, round (0 where the question is none of this quiz), questionId, startsAt and limitMs (those by which the points were
          computed), previousRound (the last round before this one whose answers count for a streak; 0 for none), bonuses (comma-separated:
          what the n-th right answer in a row earns on top; the last stands for all that follow), kinds (what the answers are, each once,
          as a JSON array of objects: verdict (1 right, 0 wrong, empty where there is no right answer, else the refusal: WRONG_QUESTION or
          BAD_ANSWER), marked (the beginning of what is stored: the answer and whether it is right, as JSON), tallyKeys (one a line)),
          answers (one flat JSON array, five values for each: participantId, kind (from 1), receivedAt, points, compensationMs (of the
          answer's time, given back for a slow network)), told (what else came with them, for the log: JSON, see log/packed-answers.ts).
          A batch is packed into few texts because each argument by itself costs Redis more than the answer in it.
Returns:  for each, in one text with a semicolon between them: ACCEPTED, REPEATED (the same again), CONFLICT (another choice than the
          first one), or a reason; with instant feedback, and not for a reason, followed by comma-separated: correct, points, score,
          streak, rank and gapToNext; and when the change is published (0 where nothing changed)
Failures: NOT_FOUND, STALE (the round was moved or extended since startsAt and limitMs were read, or somebody was given more time: compute
          the points anew)
Events:   leaderboard_changed follows on the tick
Log:      answers, where there is anything to tell
]]
-- A node's offset to Redis's clock is off by milliseconds; an instant further away than this is not believed.
local OLDEST_RECEIPT_MS = 5000

-- How many values each answer has in `answers`.
local VALUES = 5

-- Where `ownTimes` stands among the keys, if it does.
local OWN_TIMES_KEY = 14

local score_of, add, whole = lib.board.score_of, lib.board.add, lib.text.whole

local function is_judged(verdict)
  return verdict == '1' or verdict == '0' or verdict == ''
end

-- What the batch's participants have at its beginning, read in three commands; what it changes is written in as few. `place`
-- tells where in the lists a participant stands.
local function read_before(key, values)
  local ids, place, count = {}, {}, 0
  for at = 1, #values, VALUES do
    local id = values[at]
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

-- The reason for which a first answer is refused whenever it was given; nil where its time decides.
local function find_closed(game, round)
  if round < game.round then return 'TOO_LATE' end
  if round > game.round then return 'WRONG_QUESTION' end
  if game.phase == 'countdown' then return 'TOO_EARLY' end
  if game.phase ~= 'question' then return 'TOO_LATE' end
  if game.pausedAt then return 'PAUSED' end
  return nil
end

-- The reason for which a first answer is refused; nil where it counts.
local function find_refusal(batch, received_at, limit_ms)
  if batch.closed then return batch.closed end
  if received_at < batch.first_at then return 'TOO_EARLY' end
  if received_at > batch.last_at + limit_ms - batch.rules.limitMs then return 'TOO_LATE' end
  return nil
end

-- How long whoever stands at this place has for the question.
local function limit_of(batch, place)
  local percent = batch.own_times and batch.own_times[place]
  return percent and lib.own_time.limit_ms(tonumber(percent), batch.rules.limitMs) or batch.rules.limitMs
end

-- Whole numbers as texts. Made once a batch for each number, since many answers share their points and times, and forming one costs more
-- than looking it up.
local function create_texts()
  return setmetatable({}, {
    __index = function(texts, number)
      local text = whole(number)
      texts[number] = text
      return text
    end,
  })
end

-- The streak after an answer, what it earns on top, and its record; an answer without right or wrong leaves the record as it is.
-- Most of a class have one of a few records, so what follows from each is worked out once a batch.
local function advance_streak(rules, record, verdict)
  local held = lib.streak.parse(record)
  local advanced = { streak = held.streak, bonus = 0 }
  if verdict ~= '' then
    local after = lib.streak.advance(held, rules.round, rules.previous_round, verdict == '1')
    advanced = { streak = after.streak, bonus = rules.bonuses[math.min(after.streak, #rules.bonuses)] or 0, record = lib.streak.text(after) }
  end
  rules.advanced[verdict][record or ''] = advanced
  return advanced
end

-- The first answer's result once more; another choice than the first one's is a conflict. Equal answers have equal JSON.
local function repeat_first(batch, row, stored_json, kind, at)
  local is_conflict = string.sub(stored_json, 1, #kind.marked) ~= kind.marked
  batch.outcomes[row] = is_conflict and 'CONFLICT' or 'REPEATED'
  -- A plain repeat changes nothing.
  batch.entries[row] = is_conflict and at .. ',CONFLICT' or ''
  batch.is_news = batch.is_news or is_conflict
  if not batch.tells_results then return end
  local stored, correct = cjson.decode(stored_json), ''
  if stored.correct ~= cjson.null then correct = stored.correct and '1' or '0' end
  batch.results[row] = { correct = correct, points = stored.points, score = stored.score, streak = stored.streak }
end

local function refuse(batch, row, reason, at)
  batch.outcomes[row], batch.entries[row], batch.is_news = reason, at .. ',' .. reason, true
end

-- Notes what changes, for one command a key. There is no table for each answer in here but where there is instant feedback: for hundreds of
-- answers making them would be most of the work.
local function accept(batch, row, id, place, kind, points, time_ms, at)
  local before, changes, texts = batch.before, batch.changes, batch.texts
  local held, record, verdict = tonumber(before.board[place]), before.streaks[place], kind.verdict
  local advanced = batch.rules.advanced[verdict][record or ''] or advance_streak(batch.rules, record, verdict)
  points = points + advanced.bonus
  local number = add(held, points, time_ms)
  local score, old_score = score_of(number), score_of(held)
  local points_text, time_text, streak_text, score_text, old_text = texts[points], texts[time_ms], texts[advanced.streak], texts[score], texts[old_score]
  local stored = kind.marked .. ',"points":' .. points_text .. ',"timeMs":' .. time_text .. ',"at":' .. at
    .. ',"streak":' .. streak_text .. ',"score":' .. score_text .. ',"oldScore":' .. old_text .. '}'
  batch.outcomes[row], batch.is_news = 'ACCEPTED', true
  batch.entries[row] = at .. ',' .. points_text .. ',' .. time_text .. ',' .. streak_text .. ',' .. old_text .. ',' .. score_text
  if batch.tells_results then batch.results[row] = { correct = verdict, points = points, score = score, streak = advanced.streak } end

  local count = changes.count + 1
  changes.count, changes.ids[count], changes.points[count] = count, id, points
  changes.answers[2 * count - 1], changes.answers[2 * count] = id, stored
  changes.board[2 * count - 1], changes.board[2 * count] = whole(number), id
  changes.tally[kind] = (changes.tally[kind] or 0) + 1
  if advanced.record then
    local streaks = changes.streaks
    streaks[#streaks + 1], streaks[#streaks + 2] = id, advanced.record
    before.streaks[place] = advanced.record
  end
  before.board[place], before.answers[place] = number, stored
end

-- Judges one answer with all that the batch has changed before it.
local function judge(batch, row, id, kind, received_at, points, compensation_ms)
  local rules, before, at = batch.rules, batch.before, batch.texts[received_at]
  local place, verdict = before.place[id], kind.verdict
  -- Who is not on the board is not in the game, or not any more.
  if not before.board[place] then return refuse(batch, row, 'NOT_IN_GAME', at) end
  if verdict == 'WRONG_QUESTION' then return refuse(batch, row, verdict, at) end
  local stored = before.answers[place]
  if stored and is_judged(verdict) then return repeat_first(batch, row, stored, kind, at) end
  local limit_ms = limit_of(batch, place)
  local refusal = find_refusal(batch, received_at, limit_ms)
  if not refusal and not is_judged(verdict) then refusal = verdict end
  if refusal then return refuse(batch, row, refusal, at) end

  local time_ms = math.max(0, math.min(received_at - rules.startsAt - compensation_ms, limit_ms))
  accept(batch, row, id, place, kind, points, time_ms, at)
end

local function count_tally(key, given)
  local counts, answered = {}, 0
  for kind, n in pairs(given) do
    answered = answered + n
    if kind.verdict == '1' then counts.right = (counts.right or 0) + n end
    for tally_key in string.gmatch(kind.tallyKeys, '[^\n]+') do counts['=' .. tally_key] = (counts['=' .. tally_key] or 0) + n end
  end
  counts.answered = answered
  for name, n in pairs(counts) do redis.call('HINCRBY', key.tally, name, n) end
end

-- False where nothing was accepted.
local function write(key, game, changes)
  if changes.count == 0 then return false end
  redis.call('HSET', key.answers, unpack(changes.answers))
  redis.call('ZADD', key.board, unpack(changes.board))
  if #changes.streaks > 0 then redis.call('HSET', key.streaks, unpack(changes.streaks)) end
  count_tally(key, changes.tally)
  lib.teams.earn(key, game, changes.ids, changes.points)
  redis.call('SADD', key.answered, unpack(changes.ids))
  redis.call('ZREM', key.waiting, unpack(changes.ids))
  return true
end

-- The largest part, what came in, goes through as it is: laid out here, it would cost more than all the rest.
local function log(key, arg, game, now, entries)
  local body = '{"round":' .. arg.round .. ',"questionId":' .. lib.text.quoted(arg.questionId) .. ',"outcomes":"' .. table.concat(entries, ';') .. '"}'
  lib.log(key, arg.gameId, game, now, 'answers', body, { 'kinds', arg.kinds, 'answers', arg.answers, 'told', arg.told })
end

-- Ranks are those after the whole batch.
local function add_results(key, batch)
  for row, result in pairs(batch.results) do
    local gap = lib.board.gap_to_next(key.board, result.score) or ''
    batch.outcomes[row] = table.concat(
      { batch.outcomes[row], result.correct, result.points, result.score, result.streak, lib.board.rank(key.board, result.score), gap }, ','
    )
  end
end

local function read_own_times(own_times_key, places)
  local percents = {}
  for id, place in pairs(places) do percents[place] = redis.call('HGET', own_times_key, id) end
  return percents
end

local function read_rules(arg)
  local rules = {
    round = tonumber(arg.round), previous_round = tonumber(arg.previousRound), startsAt = tonumber(arg.startsAt), limitMs = tonumber(arg.limitMs),
    bonuses = {}, advanced = { ['1'] = {}, ['0'] = {}, [''] = {} },
  }
  for bonus in string.gmatch(arg.bonuses, '%d+') do rules.bonuses[#rules.bonuses + 1] = tonumber(bonus) end
  return rules
end

local function submit_answers(keys, args)
  local key = lib.bind(keys, { 'game', 'present', 'waiting', 'answered', 'board', 'streaks', 'answers', 'tally', 'teams', 'teamOf', 'due', 'dirty', 'log' })
  local arg = lib.bind(args, { 'gameId', 'round', 'questionId', 'startsAt', 'limitMs', 'previousRound', 'bonuses', 'kinds', 'answers', 'told' })
  local kinds, values = cjson.decode(arg.kinds), cjson.decode(arg.answers)

  local game, rules = lib.game.read(key.game), read_rules(arg)
  if not game then return lib.reply.fail('NOT_FOUND') end
  local is_open = rules.round == game.round and game.phase == 'question'
  if is_open and (rules.startsAt ~= game.startsAt or rules.limitMs ~= game.limitMs) then return lib.reply.fail('STALE') end
  local has_own_times = is_open and (game.ownTimes or 0) > 0
  if has_own_times and not keys[OWN_TIMES_KEY] then return lib.reply.fail('STALE') end

  local now = lib.now(game)
  local batch = {
    closed = find_closed(game, rules.round), first_at = game.startsAt, last_at = game.endsAt and game.endsAt + game.graceMs,
    rules = rules, before = read_before(key, values), texts = create_texts(), tells_results = game.feedback == 'instant',
    outcomes = {}, results = {}, entries = {}, is_news = false,
    changes = { count = 0, ids = {}, points = {}, answers = {}, board = {}, streaks = {}, tally = {} },
  }
  if has_own_times then batch.own_times = read_own_times(keys[OWN_TIMES_KEY], batch.before.place) end
  for row = 1, #values / VALUES do
    local at = (row - 1) * VALUES
    local received_at = math.max(now - OLDEST_RECEIPT_MS, math.min(values[at + 3], now))
    judge(batch, row, values[at + 1], kinds[values[at + 2]], received_at, values[at + 4], values[at + 5])
  end

  local publish_at = 0
  if write(key, game, batch.changes) then
    publish_at = lib.tick.mark(key, arg.gameId, game, now)
    lib.presence.check(key, arg.gameId, game, now)
  end
  if batch.is_news and game.phase ~= 'ended' then log(key, arg, game, now, batch.entries) end
  if batch.tells_results then add_results(key, batch) end
  return lib.reply.ok(table.concat(batch.outcomes, ';'), publish_at)
end

lib.register('submit_answers', submit_answers)
