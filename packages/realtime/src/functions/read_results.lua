--[[
What some participants are told of themselves once a round has closed. Each is looked up by themselves, so that what a reveal costs Redis
grows with those who are told, and not with nodes times players.

Keys:     game, board, boardBefore, streaks, answers (of the round)
Args:     participantIds (comma-separated), withStreaks (1 where the streak records are wanted)
Returns:  for each, in one text with a semicolon between them: score, rank and gap to the next better score, comma-separated (empty for
          someone who is not in the game, the gap for those in front); the stored answers (JSON, empty where there is none); the streak
          records (an empty list where they are not wanted)
Failures: NOT_FOUND
Events:   none
Log:      none
]]
-- Many of a crowd share a score, and with it everything else.
local function create_place_of(board)
  local places = {}
  return function(number)
    local score = lib.board.score_of(number)
    if not places[score] then
      places[score] = score .. ',' .. lib.board.rank(board, score) .. ',' .. (lib.board.gap_to_next(board, score) or '')
    end
    return places[score]
  end
end

-- Lua's nil and false end or cut a reply; an empty text does not.
local function texts(values)
  for position, value in ipairs(values) do values[position] = value or '' end
  return values
end

local function read_results(keys, args)
  local key = lib.bind(keys, { 'game', 'board', 'boardBefore', 'streaks', 'answers' })
  local arg = lib.bind(args, { 'participantIds', 'withStreaks' })

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  local ids, places = {}, {}
  for id in string.gmatch(arg.participantIds, '[^,]+') do ids[#ids + 1] = id end
  local board = lib.board.visible(key, game)
  local place_of = create_place_of(board)
  for position, number in ipairs(redis.call('ZMSCORE', board, unpack(ids))) do
    places[position] = number and place_of(tonumber(number)) or ''
  end
  local streaks = arg.withStreaks == '1' and texts(redis.call('HMGET', key.streaks, unpack(ids))) or {}
  return lib.reply.ok(table.concat(places, ';'), texts(redis.call('HMGET', key.answers, unpack(ids))), streaks)
end

lib.register('read_results', read_results, { read_only = true })
