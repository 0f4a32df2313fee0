--[[
Puts the next part of an ended game's final standings into the log, if it is due. Any number of nodes may call it.

Keys:     game, people, board, due, log
Args:     gameId
Returns:  when the next part is due (0 where nothing is left to do)
Failures: none
Events:   none
Log:      standings
]]
local function settle_game(keys, args)
  local key = lib.bind(keys, { 'game', 'people', 'board', 'due', 'log' })
  local arg = lib.bind(args, { 'gameId' })

  local game = lib.game.read(key.game)
  if not game or game.phase ~= 'ended' then return lib.reply.ok(0) end
  return lib.reply.ok(lib.settle.go_on(key, arg.gameId, game, lib.now(game)))
end

lib.register('settle_game', settle_game)
