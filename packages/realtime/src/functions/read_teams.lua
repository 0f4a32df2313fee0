--[[
The teams' board as players may see it now, and how many are in each team.

Keys:     game, teams
Args:     none
Returns:  rows (JSON), sizes (JSON); both empty in a game without teams
Failures: NOT_FOUND
Events:   none
Log:      none
]]
local function read_teams(keys, args)
  local key = lib.bind(keys, { 'game', 'teams' })
  lib.bind(args, {})

  local game = lib.game.read(key.game)
  if not game then return lib.reply.fail('NOT_FOUND') end
  return lib.reply.ok(lib.teams.rows(key, game) or '', lib.teams.sizes_json(key, game) or '')
end

lib.register('read_teams', read_teams, { read_only = true })
