-- How often what was answered: `answered`, `right`, and `=<key>` for each option or part, by its id, and for each text.
lib.tally = {}

local function options_json(counts, ids)
  local parts = {}
  for position, id in ipairs(ids) do parts[position] = lib.text.quoted(id) .. ':' .. (counts['=' .. id] or 0) end
  return '"options":{' .. table.concat(parts, ',') .. '}'
end

-- The most frequent of all keys that are nobody's id.
local function texts_json(counts, ids, most)
  local named, found, parts = {}, {}, {}
  for _, id in ipairs(ids) do named['=' .. id] = true end
  for name, n in pairs(counts) do
    if string.sub(name, 1, 1) == '=' and not named[name] then found[#found + 1] = { text = string.sub(name, 2), n = tonumber(n) } end
  end
  table.sort(found, function(a, b) return a.n > b.n or (a.n == b.n and a.text < b.text) end)
  for position = 1, math.min(#found, most) do
    parts[position] = '{"text":' .. lib.text.quoted(found[position].text) .. ',"n":' .. found[position].n .. '}'
  end
  return '"texts":[' .. table.concat(parts, ',') .. ']'
end

-- Every id is named, also one that nobody took; texts only where any are shown.
function lib.tally.json(tally_key, ids, most_texts)
  local flat, counts = redis.call('HGETALL', tally_key), {}
  for position = 1, #flat, 2 do counts[flat[position]] = flat[position + 1] end
  local fields = { '"answered":' .. (counts.answered or 0), '"right":' .. (counts.right or 0) }
  if #ids > 0 or most_texts == 0 then fields[#fields + 1] = options_json(counts, ids) end
  if most_texts > 0 then fields[#fields + 1] = texts_json(counts, ids, most_texts) end
  return '{' .. table.concat(fields, ',') .. '}'
end
