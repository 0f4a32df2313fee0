-- One entry of the durable log. `body` is JSON, see log/log-entry.ts, and so is `told`, which only some have. The game's log number is gapless.
function lib.log(key, game_id, game, now, entry_type, body, told)
  local number = redis.call('HINCRBY', key.game, 'logNumber', 1)
  local fields = { 'type', entry_type, 'game', game_id, 'epoch', game.epoch, 'at', lib.text.whole(now), 'seq', number, 'body', body }
  if told then fields[#fields + 1], fields[#fields + 2] = 'told', told end
  redis.call('XADD', key.log, '*', unpack(fields))
end
