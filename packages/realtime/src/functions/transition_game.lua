--[[
Applies a transition that the engine has decided, if the game is still as it was read; a move by the clock also only when the game
is due by Redis's own time. What depends on the very moment is attached to the events here.

Keys:     game, people, present, waiting, answered, board, boardBefore, teams, streaks, answers, tally, ownTimes, events, due, dirty, log; then, where
          the game ends, all its other keys. `answers` and `tally` are those of the round in which the game was.
Args:     gameId, revision (as read), by (host, clock, everyone-answered), fields (JSON object: the state's fields), events (JSON array of
          type, payload as JSON text, and attach: tally, leaderboard, finalLeaderboard or empty), logged (JSON array as text, empty where
          there is nothing to log), origin (JSON), boardChange (keep, copy, restore), questionId (of the round in which the game was),
          tallyIds (JSON array), tallyTexts (how many texts are shown), ends (1 or 0), keepMs (how long an ended game's keys live)
Returns:  when the change is published; where the game ends, when its standings are to be logged (0 where they are)
Failures: NOT_FOUND, CHANGED (the game was moved meanwhile), NOT_DUE
Events:   those given
Log:      undone (where a skipped or voided round gave points), moved, standings (where a game ends with few people in it)
]]
local function is_due(key, game, by, now)
  if by == 'clock' then
    -- An automatic start whose participants are gone without a word is called off by recheck_game.
    if game.phase == 'lobby' and game.startsAt and lib.presence.count(key, now) < game.autoStartParticipants then return false end
    return game.dueAt ~= nil and now >= game.dueAt and not lib.own_time.holds(key, game, now)
  end
  if by == 'everyone-answered' then return game.everyoneAnswered == game.round end
  return true
end

local function set_fields(key, fields, now)
  for name, value in pairs(fields) do redis.call('HSET', key.game, name, value) end
  redis.call('HSET', key.game, 'movedAt', now, 'everyoneAnswered', '')
  lib.game.changed(key.game)
end

-- A question opens: what players see is frozen, and everyone present is waited for.
local function begin_round(key, game, round)
  lib.teams.begin_round(key, game, round)
  redis.call('HSET', key.game, 'openedRound', round)
  lib.board.copy(key.board, key.boardBefore)
  lib.board.copy(key.present, key.waiting)
  redis.call('UNLINK', key.answered)
end

-- Puts one more field at the end of a JSON object.
local function with_field(object, name, value)
  local open = string.sub(object, 1, -2)
  return open .. (open == '{' and '' or ',') .. '"' .. name .. '":' .. value .. '}'
end

-- The top of the board, and the teams' where there are any, of one moment.
local function with_boards(key, game, name, payload)
  local rows, teams = lib.board.top(key, game), lib.teams.rows(key, game)
  redis.call('HSET', key.game, 'publishedBoard', lib.board.digest(rows, teams))
  local shown = with_field(payload, name, rows)
  return teams and with_field(shown, 'teams', teams) or shown
end

local function attached(key, game, arg, event)
  if event.attach == '' then return event.payload end
  if event.attach ~= 'tally' then return with_boards(key, game, event.attach, event.payload) end
  return with_field(event.payload, 'tally', lib.tally.json(key.tally, cjson.decode(arg.tallyIds), tonumber(arg.tallyTexts)))
end

local function publish(key, game, arg)
  for _, event in ipairs(cjson.decode(arg.events)) do
    lib.events.publish(key, game, event.type, attached(key, game, arg, event))
  end
end

local function transition_game(keys, args)
  local key = lib.bind(keys, {
    'game', 'people', 'present', 'waiting', 'answered', 'board', 'boardBefore', 'teams', 'streaks', 'answers', 'tally', 'ownTimes', 'events', 'due', 'dirty',
    'log',
  })
  local arg = lib.bind(args, {
    'gameId', 'revision', 'by', 'fields', 'events', 'logged', 'origin', 'boardChange', 'questionId', 'tallyIds', 'tallyTexts', 'ends', 'keepMs',
  })
  local fields = cjson.decode(arg.fields)

  local before = lib.game.read(key.game)
  if not before then return lib.reply.fail('NOT_FOUND') end
  if before.revision ~= tonumber(arg.revision) then return lib.reply.fail('CHANGED') end
  local now = lib.now(before)
  if not is_due(key, before, arg.by, now) then return lib.reply.fail('NOT_DUE') end

  set_fields(key, fields, now)
  if arg.boardChange == 'copy' then begin_round(key, before, fields.round) end
  if arg.boardChange == 'restore' then lib.undo(key, arg, before, now) end
  local game = lib.game.read(key.game)
  if arg.logged ~= '' then lib.log(key, arg.gameId, game, now, 'moved', '{"origin":' .. arg.origin .. ',"events":' .. arg.logged .. '}') end
  publish(key, game, arg)

  if arg.ends == '1' then
    return lib.reply.ok(lib.finish(key, keys, arg, game, now))
  end
  lib.presence.schedule(key, arg.gameId, game, now)
  lib.presence.check(key, arg.gameId, game, now)
  return lib.reply.ok(lib.tick.mark(key, arg.gameId, game, now))
end

lib.register('transition_game', transition_game)
