-- What a game leaves when it ends: everyone's final standing in the log, and keys that live for another day. Answers when the
-- standings are due; 0 where none is left to be logged.
function lib.finish(key, all_keys, arg, game, now)
  redis.call('ZREM', key.dirty, arg.gameId)
  local settle_at = lib.settle.begin(key, arg.gameId, game, now)
  -- Shared by the shard's other games.
  local shared = { [key.due] = true, [key.dirty] = true, [key.log] = true }
  for _, name in ipairs(all_keys) do
    if not shared[name] then redis.call('PEXPIRE', name, arg.keepMs) end
  end
  return settle_at
end
