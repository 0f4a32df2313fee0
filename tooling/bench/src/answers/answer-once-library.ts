/**
 * One answer a call, as one would write it without batches: the same guards and the same effects as Quickfire's
 * `submit_answers` (once only, phase, round, deadline; answer, board, streak, tally, who is waited for, the beat, the log).
 */
export const answerOnceLibrary = `#!lua name=bench_answers
local TIME_UNIT = 2 ^ 26

local function refusal_of(game, round, received_at)
  if round < tonumber(game[2]) then return 'TOO_LATE' end
  if round > tonumber(game[2]) then return 'WRONG_QUESTION' end
  if game[1] ~= 'question' then return 'TOO_LATE' end
  if game[6] then return 'PAUSED' end
  if received_at < tonumber(game[3]) then return 'TOO_EARLY' end
  if received_at > tonumber(game[4]) + tonumber(game[5]) then return 'TOO_LATE' end
  return nil
end

redis.register_function('bench_answer_once', function(keys, args)
  local game_key, board_key, answers_key, streaks_key, tally_key, answered_key, waiting_key, dirty_key, log_key = unpack(keys)
  local game_id, participant_id, round = args[1], args[2], tonumber(args[3])
  local game = redis.call('HMGET', game_key, 'phase', 'round', 'startsAt', 'endsAt', 'graceMs', 'pausedAt', 'epoch')
  if not game[1] then return { 'NOT_FOUND' } end
  local held = tonumber(redis.call('ZSCORE', board_key, participant_id) or '')
  if not held then return { 'NOT_IN_GAME' } end
  local stored = redis.call('HGET', answers_key, participant_id)
  if stored then return { 'REPEATED', stored } end

  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local received_at = math.max(now - 5000, math.min(tonumber(args[4]), now))
  local refusal = refusal_of(game, round, received_at)
  if refusal then return { refusal } end

  local streak, streak_round = string.match(redis.call('HGET', streaks_key, participant_id) or '0,0', '^(%d+),(%d+)$')
  local running = tonumber(streak_round) == round - 1 and tonumber(streak) or 0
  local new_streak = args[6] == '1' and running + 1 or 0
  local points = tonumber(args[7]) + math.floor(math.min(math.max(new_streak - 1, 0), 5) * tonumber(args[8]) / 10)
  local time_ms = math.max(0, math.min(received_at - tonumber(game[3]), tonumber(args[9])))
  local number = held + points * TIME_UNIT - time_ms
  local score = math.floor(number / TIME_UNIT)
  local record = '{"answer":' .. args[5] .. ',"correct":' .. (args[6] == '1' and 'true' or 'false') .. ',"points":' .. points .. ',"timeMs":' .. time_ms
    .. ',"at":' .. string.format('%.0f', received_at) .. ',"streak":' .. new_streak .. ',"score":' .. score .. '}'

  redis.call('HSET', answers_key, participant_id, record)
  redis.call('ZADD', board_key, string.format('%.0f', number), participant_id)
  redis.call('HSET', streaks_key, participant_id, new_streak .. ',' .. round)
  redis.call('HINCRBY', tally_key, 'answered', 1)
  if args[6] == '1' then redis.call('HINCRBY', tally_key, 'right', 1) end
  redis.call('HINCRBY', tally_key, '=' .. args[10], 1)
  redis.call('SADD', answered_key, participant_id)
  redis.call('ZREM', waiting_key, participant_id)
  redis.call('ZADD', dirty_key, 'NX', now, game_id)
  local log_number = redis.call('HINCRBY', game_key, 'logNumber', 1)
  redis.call('XADD', log_key, '*', 'type', 'answer', 'game', game_id, 'epoch', game[7], 'at', string.format('%.0f', now), 'seq', log_number,
    'body', '{"participantId":"' .. participant_id .. '","submission":' .. args[11] .. ',"origin":' .. args[12] .. ',"stored":' .. record .. '}')
  return { 'ACCEPTED', points, score, new_streak }
end)
`;
