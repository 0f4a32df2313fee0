-- Makes a function known to Redis. `read_only` ones may run on replicas and while memory is full. In a shard that is not trusted only
-- `recovers` ones run: whatever else is asked is answered with RECOVERING, and has changed nothing.
function lib.register(name, callback, options)
  options = options or {}
  local function guarded(keys, args)
    local trusted_key = lib.trust.key_beside(keys[1])
    if trusted_key and not lib.trust.holds(trusted_key) then return lib.reply.fail('RECOVERING') end
    return callback(keys, args)
  end
  redis.register_function({
    function_name = FUNCTION_PREFIX .. name,
    callback = options.recovers and callback or guarded,
    flags = options.read_only and { 'no-writes' } or {},
  })
end
