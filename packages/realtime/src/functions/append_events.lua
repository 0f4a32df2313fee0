--[[
Appends events to a stream for other programs, each once however often it comes.

Keys:     stream, recent (the events that it had lately, by their time)
Args:     keepMs (for how long a repeated one is known again), length (about how many the stream keeps), then events: eventId, eventType, payload (JSON)
Returns:  how many were new
Failures: none
Events:   none
Log:      none
]]
local function append_events(keys, args)
  local key = lib.bind(keys, { 'stream', 'recent' })
  local arg = lib.bind(args, { 'keepMs', 'length' })
  local now, added = lib.time_ms(), 0
  redis.call('ZREMRANGEBYSCORE', key.recent, '-inf', lib.text.whole(now - tonumber(arg.keepMs)))
  for _, event in ipairs(lib.records(args, 2, { 'eventId', 'eventType', 'payload' })) do
    if redis.call('ZADD', key.recent, 'NX', now, event.eventId) == 1 then
      redis.call('XADD', key.stream, 'MAXLEN', '~', arg.length, '*', 'eventId', event.eventId, 'eventType', event.eventType, 'payload', event.payload)
      added = added + 1
    end
  end
  return lib.reply.ok(added)
end

lib.register('append_events', append_events)
