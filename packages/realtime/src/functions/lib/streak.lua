-- Right answers in a row. Kept as `streak,round,streakBefore,roundBefore`: the second pair is what a skipped round gives back.
lib.streak = {}

function lib.streak.parse(stored)
  if not stored then return { streak = 0, round = 0, before = 0, roundBefore = 0 } end
  local streak, round, before, round_before = string.match(stored, '^(%d+),(%d+),(%d+),(%d+)$')
  return { streak = tonumber(streak), round = tonumber(round), before = tonumber(before), roundBefore = tonumber(round_before) }
end

-- `previous_round` is the last one before this that had a right answer to give and was not skipped: who did not answer it starts anew.
function lib.streak.advance(held, round, previous_round, correct)
  local running = held.round == previous_round and held.streak or 0
  return { streak = correct and running + 1 or 0, round = round, before = held.streak, roundBefore = held.round }
end

function lib.streak.text(held)
  return held.streak .. ',' .. held.round .. ',' .. held.before .. ',' .. held.roundBefore
end

function lib.streak.undone(held)
  return { streak = held.before, round = held.roundBefore, before = 0, roundBefore = 0 }
end
