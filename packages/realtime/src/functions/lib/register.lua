-- Makes a function known to Redis. `read_only` ones may run on replicas and while memory is full.
function lib.register(name, callback, options)
  local flags = {}
  if options and options.read_only then flags = { 'no-writes' } end
  redis.register_function({ function_name = FUNCTION_PREFIX .. name, callback = callback, flags = flags })
end
