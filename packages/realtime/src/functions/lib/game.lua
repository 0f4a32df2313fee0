-- The game's hash, as far as functions need it. Its fields are written by game-fields.ts and by the functions.
lib.game = {}

local FIELDS = {
  'epoch', 'phase', 'feedback', 'leaderboard', 'publishedBoard',
  'locked', 'closeWhenAllAnswered', 'rosterChanged', 'lobbyChanged',
  'seq', 'revision', 'round', 'startsAt', 'endsAt', 'limitMs', 'dueAt', 'pausedAt', 'movedAt', 'leaderboardSize', 'graceMs', 'maxParticipants',
  'floodLock', 'lobbyDueAt', 'autoStartParticipants', 'autoStartMs', 'participants', 'openedRound', 'teams', 'bots', 'ownTimes', 'everyoneAnswered', 'settled', 'publishedAt', 'comingsAt', 'boardAt',
  'floodSecond', 'floodCount', 'floodSeconds',
}
-- Texts stand first, then flags, then numbers.
local LAST_TEXT, LAST_FLAG = 5, 9

-- nil where there is no such game (any more). What is not set is nil, or false for a flag. Every function begins with this: one plain loop
-- for each kind of field takes half as long as asking each for its kind.
function lib.game.read(game_key)
  local values, game = redis.call('HMGET', game_key, unpack(FIELDS)), {}
  for place = 1, LAST_TEXT do game[FIELDS[place]] = values[place] or nil end
  for place = LAST_TEXT + 1, LAST_FLAG do game[FIELDS[place]] = values[place] == '1' end
  for place = LAST_FLAG + 1, #FIELDS do game[FIELDS[place]] = tonumber(values[place] or '') end
  return game.phase and game or nil
end

-- Every change of the state that a transition depends on: `transition_game` compares the revision.
function lib.game.changed(game_key)
  redis.call('HINCRBY', game_key, 'revision', 1)
end
