-- The game's hash, as far as functions need it. Its fields are written by game-fields.ts and by the functions.
lib.game = {}

local FIELDS = {
  'epoch', 'phase', 'seq', 'revision', 'round', 'locked', 'startsAt', 'endsAt', 'limitMs', 'dueAt', 'pausedAt', 'movedAt',
  'feedback', 'leaderboard', 'leaderboardSize', 'closeWhenAllAnswered', 'graceMs', 'maxParticipants', 'floodLock',
  'lobbyDueAt', 'autoStartParticipants', 'autoStartMs', 'participants', 'everyoneAnswered',
  'publishedAt', 'comingsAt', 'boardAt', 'publishedBoard', 'rosterChanged', 'lobbyChanged', 'floodSecond', 'floodCount', 'floodSeconds',
}
local IS_TEXT = { epoch = true, phase = true, feedback = true, leaderboard = true, publishedBoard = true }
local IS_FLAG = { locked = true, closeWhenAllAnswered = true, rosterChanged = true, lobbyChanged = true }

local function read_field(name, value)
  if IS_TEXT[name] then return value or nil end
  if IS_FLAG[name] then return value == '1' end
  return tonumber(value or '')
end

-- nil where there is no such game (any more). What is not set is nil, or false for a flag.
function lib.game.read(game_key)
  local values, game = redis.call('HMGET', game_key, unpack(FIELDS)), {}
  for position, name in ipairs(FIELDS) do game[name] = read_field(name, values[position]) end
  return game.phase and game or nil
end

-- Every change of the state that a transition depends on: `transition_game` compares the revision.
function lib.game.changed(game_key)
  redis.call('HINCRBY', game_key, 'revision', 1)
end
