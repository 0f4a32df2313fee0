-- One entry of the durable log. `body` is JSON, see log/log-entry.ts; `further` are more fields and their values, which only some have. The
-- game's log number is gapless.
function lib.log(key, game_id, game, now, entry_type, body, further)
  local number = redis.call('HINCRBY', key.game, 'logNumber', 1)
  redis.call(
    'XADD', key.log, '*', 'type', entry_type, 'game', game_id, 'epoch', game.epoch, 'at', lib.text.whole(now), 'seq', number, 'body', body, unpack(further or {})
  )
end
