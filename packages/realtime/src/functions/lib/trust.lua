-- Whether what a shard holds may be believed. A Redis that was started again may have lost its newest writes, or everything, and
-- can't tell by itself: until somebody who knows has compared it with Postgres, nothing of it is read and nothing is accepted.
lib.trust = {}

-- The mark of a Redis with which nothing is compared: tests and benchmarks, which have no Postgres behind them.
local ALWAYS = 'always'

local run_id = nil

-- The life of this Redis process; another after each start, and on each replica.
function lib.trust.run_id()
  run_id = run_id or string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  return run_id
end

function lib.trust.is_unconditional(trusted_key)
  return redis.call('GET', trusted_key) == ALWAYS
end

function lib.trust.holds(trusted_key)
  local mark = redis.call('GET', trusted_key)
  return mark == ALWAYS or mark == lib.trust.run_id()
end

-- The mark of the shard that a key belongs to; it lies in the same slot. A PIN belongs to none.
function lib.trust.key_beside(key)
  local tag = string.match(key, '^{s%d+}')
  return tag and tag .. ':trusted'
end

-- Whether a holder of the shard's lease may still write: not once a later holder, with a higher number, has written.
function lib.trust.admits(fence_key, fence)
  if tonumber(fence) < tonumber(redis.call('GET', fence_key) or 0) then return false end
  redis.call('SET', fence_key, fence)
  return true
end
