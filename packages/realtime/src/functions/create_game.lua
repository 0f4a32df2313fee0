--[[
Puts a new game into Redis.

Keys:     game, quiz, due, log
Args:     gameId, fields (JSON object: the fields of the game's hash), quiz (JSON), dueAt
Returns:  nothing
Failures: EXISTS
Events:   none
Log:      created
]]
local function create_game(keys, args)
  local key = lib.bind(keys, { 'game', 'quiz', 'due', 'log' })
  local arg = lib.bind(args, { 'gameId', 'fields', 'quiz', 'dueAt' })
  local fields = cjson.decode(arg.fields)

  if redis.call('EXISTS', key.game) == 1 then return lib.reply.fail('EXISTS') end

  for name, value in pairs(fields) do redis.call('HSET', key.game, name, value) end
  redis.call('SET', key.quiz, arg.quiz)
  redis.call('ZADD', key.due, arg.dueAt, arg.gameId)
  lib.log(key, arg.gameId, fields, lib.time_ms(), 'created', fields.facts)
  return lib.reply.ok()
end

lib.register('create_game', create_game)
