-- Teams: how many are in each, and what those who count have earned, so that a team's mean costs the same however many are in it. The rule
-- itself is the engine's `teams/team-score.ts`. Numbers in the hash `teams`, for each team:
--   <team>:members                  how many are in
--   <team>:new                      how many of these count from the next question on
--   <team>:open                     what was earned with the question that was opened last; skipping it leaves nothing of it
--   <team>:<round>:members, :points a stretch of rounds, from this one on: how many count in it, and what they have earned before the open one
-- `teamOf` has each participant's `<team>,<first round that counts>`.
lib.teams = {}

local MOST_AHEAD = 1
-- As in the engine: sums of means come out a hair beside a half.
local HAIR = 1e-7

local function read_all(key, game)
  local flat, all = redis.call('HGETALL', key.teams), {}
  for team = 1, game.teams do all[team] = { members = 0, new = 0, open = 0, stretches = {} } end
  local by_round = {}
  for place = 1, #flat, 2 do
    local team, rest = string.match(flat[place], '^(%d+):(.+)$')
    local round, part = string.match(rest, '^(%d+):(.+)$')
    local held, value = all[tonumber(team)], tonumber(flat[place + 1])
    if round then
      local name = team .. ':' .. round
      if not by_round[name] then
        by_round[name] = { from = tonumber(round), members = 0, points = 0 }
        held.stretches[#held.stretches + 1] = by_round[name]
      end
      by_round[name][part] = value
    else
      held[rest] = value
    end
  end
  for _, held in ipairs(all) do table.sort(held.stretches, function(one, other) return one.from < other.from end) end
  return all
end

local function stretch_field(team, stretch, part)
  return team .. ':' .. stretch.from .. ':' .. part
end

local function read_own(key, participant_id)
  local team, from = string.match(redis.call('HGET', key.teamOf, participant_id) or '', '^(%d+),(%d+)$')
  return tonumber(team), tonumber(from)
end

local function sizes(key, game)
  local names = {}
  for team = 1, game.teams do names[team] = team .. ':members' end
  local counts = redis.call('HMGET', key.teams, unpack(names))
  for team = 1, game.teams do counts[team] = tonumber(counts[team] or 0) end
  return counts
end

-- nil in a game without teams.
function lib.teams.sizes_json(key, game)
  if not game.teams then return nil end
  return '[' .. table.concat(sizes(key, game), ',') .. ']'
end

-- The team that was asked for (0 for none), or the smallest one; nil where that one is full.
function lib.teams.choose(key, game, asked)
  local counts, smallest = sizes(key, game), 1
  for team = 2, game.teams do
    if counts[team] < counts[smallest] then smallest = team end
  end
  if asked == 0 then return smallest end
  if counts[asked] - counts[smallest] > MOST_AHEAD then return nil end
  return asked
end

-- Answers the first round that counts for the team: the next one that opens.
function lib.teams.enter(key, game, participant_id, team)
  local from = (game.openedRound or 0) + 1
  redis.call('HSET', key.teamOf, participant_id, team .. ',' .. from)
  redis.call('HINCRBY', key.teams, team .. ':members', 1)
  redis.call('HINCRBY', key.teams, team .. ':new', 1)
  return from
end

-- A question opens: the one before is past taking back, and who came since then counts from now on.
function lib.teams.begin_round(key, game, round)
  if not game.teams then return end
  for team, held in ipairs(read_all(key, game)) do
    local last = held.stretches[#held.stretches]
    if last and held.open ~= 0 then redis.call('HINCRBY', key.teams, stretch_field(team, last, 'points'), held.open) end
    if held.new > 0 then
      local begun = { from = round }
      redis.call('HSET', key.teams, stretch_field(team, begun, 'members'), (last and last.members or 0) + held.new, stretch_field(team, begun, 'points'), 0)
    end
    redis.call('HSET', key.teams, team .. ':new', 0, team .. ':open', 0)
  end
end

-- Answers that count: `points` are those of the participant at the same place.
function lib.teams.earn(key, game, participant_ids, points)
  if not game.teams then return end
  local earned = {}
  for place, own in ipairs(redis.call('HMGET', key.teamOf, unpack(participant_ids))) do
    local team, from = string.match(own, '^(%d+),(%d+)$')
    if tonumber(from) <= game.round then earned[team] = (earned[team] or 0) + points[place] end
  end
  for team, sum in pairs(earned) do redis.call('HINCRBY', key.teams, team .. ':open', sum) end
end

-- The question that was opened last is left out.
function lib.teams.undo(key, game)
  if not game.teams then return end
  for team = 1, game.teams do redis.call('HSET', key.teams, team .. ':open', 0) end
end

-- What somebody has earned in each round that counts; `answers_keys` are those of the rounds.
local function read_earned(key, participant_id, answers_keys)
  local skipped, earned = {}, {}
  for round in string.gmatch(redis.call('HGET', key.game, 'skippedRounds') or '', '%d+') do skipped[tonumber(round)] = true end
  for round, answers_key in ipairs(answers_keys) do
    local stored = not skipped[round] and redis.call('HGET', answers_key, participant_id)
    earned[round] = stored and cjson.decode(stored).points or 0
  end
  return earned
end

-- Somebody is removed, and what they have earned goes with them.
function lib.teams.leave(key, game, participant_id, answers_keys)
  if not game.teams then return end
  local team, from = read_own(key, participant_id)
  local opened = game.openedRound or 0
  redis.call('HDEL', key.teamOf, participant_id)
  redis.call('HINCRBY', key.teams, team .. ':members', -1)
  if from > opened then
    redis.call('HINCRBY', key.teams, team .. ':new', -1)
    return
  end
  local earned, stretches = read_earned(key, participant_id, answers_keys), read_all(key, game)[team].stretches
  redis.call('HINCRBY', key.teams, team .. ':open', 0 - (earned[opened] or 0))
  for place, stretch in ipairs(stretches) do
    local after, sum = stretches[place + 1] and stretches[place + 1].from or opened, 0
    for round = stretch.from, math.min(after, opened) - 1 do sum = sum + (earned[round] or 0) end
    if stretch.from >= from then
      redis.call('HINCRBY', key.teams, stretch_field(team, stretch, 'members'), -1)
      redis.call('HINCRBY', key.teams, stretch_field(team, stretch, 'points'), 0 - sum)
    end
  end
end

-- In the lobby, where nobody has earned anything.
function lib.teams.change(key, participant_id, team)
  local before, from = read_own(key, participant_id)
  redis.call('HSET', key.teamOf, participant_id, team .. ',' .. from)
  for _, part in ipairs({ ':members', ':new' }) do
    redis.call('HINCRBY', key.teams, before .. part, -1)
    redis.call('HINCRBY', key.teams, team .. part, 1)
  end
end

local function tenths_of(held, with_open)
  local score, last = 0, #held.stretches
  for place, stretch in ipairs(held.stretches) do
    local points = stretch.points + (place == last and with_open and held.open or 0)
    if stretch.members > 0 then score = score + points / stretch.members end
  end
  return math.floor(score * 10 + 0.5 + HAIR)
end

-- The teams' board as players may see it, best first, as JSON; nil in a game without teams. Teams without members are left out.
function lib.teams.rows(key, game)
  if not game.teams then return nil end
  local with_open, rows = not (game.feedback == 'reveal' and game.phase == 'question'), {}
  for team, held in ipairs(read_all(key, game)) do
    if held.members > 0 then rows[#rows + 1] = { team = team, members = held.members, tenths = tenths_of(held, with_open) } end
  end
  table.sort(rows, function(one, other)
    if one.tenths ~= other.tenths then return one.tenths > other.tenths end
    return one.team < other.team
  end)
  local parts, rank = {}, 1
  for place, row in ipairs(rows) do
    if place > 1 and row.tenths ~= rows[place - 1].tenths then rank = place end
    parts[place] = string.format('{"team":%d,"score":%.1f,"rank":%d,"members":%d}', row.team, row.tenths / 10, rank, row.members)
  end
  return '[' .. table.concat(parts, ',') .. ']'
end
