-- What a game leaves when it ends: everyone's final standing in the log, and keys that live for another day.
local STANDINGS_AN_ENTRY = 500

local function standing_json(id, number, rank, participant)
  local team = participant.team and ',"team":' .. participant.team or ''
  local user = participant.userId and ',"userId":' .. lib.text.quoted(participant.userId) or ''
  return '{"participantId":' .. lib.text.quoted(id) .. ',"name":' .. lib.text.quoted(participant.name) .. team .. user
    .. ',"score":' .. lib.board.score_of(number) .. ',"rank":' .. rank .. ',"totalTimeMs":' .. lib.board.total_ms_of(number) .. '}'
end

local function log_standings(key, game_id, game, now)
  local total, rank, score_before = redis.call('ZCARD', key.board), 0, nil
  for first = 0, total - 1, STANDINGS_AN_ENTRY do
    local flat = redis.call('ZREVRANGE', key.board, first, first + STANDINGS_AN_ENTRY - 1, 'WITHSCORES')
    local ids, parts = {}, {}
    for position = 1, #flat, 2 do ids[#ids + 1] = flat[position] end
    local people = redis.call('HMGET', key.people, unpack(ids))
    for position, id in ipairs(ids) do
      local number = tonumber(flat[position * 2])
      local score = lib.board.score_of(number)
      if score ~= score_before then rank, score_before = first + position, score end
      parts[position] = standing_json(id, number, rank, cjson.decode(people[position]))
    end
    lib.log(key, game_id, game, now, 'standings', '{"standings":[' .. table.concat(parts, ',') .. ']}')
  end
end

function lib.finish(key, all_keys, arg, game, now)
  log_standings(key, arg.gameId, game, now)
  redis.call('ZREM', key.due, arg.gameId)
  redis.call('ZREM', key.dirty, arg.gameId)
  -- Shared by the shard's other games.
  local shared = { [key.due] = true, [key.dirty] = true, [key.log] = true }
  for _, name in ipairs(all_keys) do
    if not shared[name] then redis.call('PEXPIRE', name, arg.keepMs) end
  end
end
