-- The game's hash, as far as functions need it. Its fields are written by game-fields.ts and by the functions.
lib.game = {}

local NUMBERS = {
  'seq', 'revision', 'round', 'startsAt', 'endsAt', 'limitMs', 'dueAt', 'pausedAt', 'movedAt', 'graceMs', 'maxParticipants', 'floodLock',
  'leaderboardSize', 'lobbyDueAt', 'autoStartParticipants', 'autoStartMs', 'participants', 'publishedAt', 'everyoneAnswered', 'floodSecond', 'floodCount', 'floodSeconds',
}
local TEXTS = { 'epoch', 'phase', 'feedback', 'leaderboard', 'publishedBoard' }
local FLAGS = { 'locked', 'closeWhenAllAnswered', 'rosterChanged' }

local FIELDS = {}
for _, names in ipairs({ NUMBERS, TEXTS, FLAGS }) do
  for _, name in ipairs(names) do FIELDS[#FIELDS + 1] = name end
end

-- nil where there is no such game (any more). A number that is not set is nil, a flag that is not set is false.
function lib.game.read(game_key)
  local values = redis.call('HMGET', game_key, unpack(FIELDS))
  local game = lib.bind(values, FIELDS)
  if not game.phase then return nil end
  for _, name in ipairs(NUMBERS) do game[name] = tonumber(game[name] or '') end
  for _, name in ipairs(FLAGS) do game[name] = game[name] == '1' end
  return game
end

-- Every change of the state that a transition depends on: `transition_game` compares the revision.
function lib.game.changed(game_key)
  redis.call('HINCRBY', game_key, 'revision', 1)
end
