-- Who is in a game, whichever way they came in.
lib.people = {}

-- So that a retry is one also after the game was rebuilt.
local function idempotency_json(newcomer)
  if (newcomer.idempotencyKey or '') == '' then return '' end
  return ',"idempotency":{"key":' .. lib.text.quoted(newcomer.idempotencyKey) .. ',"bodyHash":' .. lib.text.quoted(newcomer.bodyHash) .. '}'
end

-- Puts down a newcomer, whom nothing speaks against any more: `team` is the one that they were let into, nil in a game without teams.
-- Answers the participant as JSON.
function lib.people.enter(key, arg, game, now, newcomer)
  local id, team, team_part = newcomer.participantId, newcomer.team, ''
  if game.teams then
    team = team or lib.teams.choose(key, game, 0)
    team_part = ',"team":' .. team .. ',"fromRound":' .. lib.teams.enter(key, game, id, team)
  end
  local participant = string.sub(newcomer.participant, 1, -2) .. team_part .. ',"joinedAt":' .. lib.text.whole(now) .. ',"removed":false}'
  redis.call('HSET', key.people, id, participant)
  redis.call('HSET', key.names, newcomer.skeleton, id)
  redis.call('HINCRBY', key.game, 'participants', 1)
  redis.call('ZADD', key.board, lib.board.START, id)
  lib.log(key, arg.gameId, game, now, 'joined', '{"participant":' .. participant .. idempotency_json(newcomer) .. ',"origin":' .. arg.origin .. '}')
  return participant
end
