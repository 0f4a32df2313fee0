-- How often what was answered: `answered`, `right`, and `=<key>` for each option or text.
lib.tally = {}

local MOST_FREQUENT = 10

local function options_json(counts, option_ids)
  local parts = {}
  for position, id in ipairs(option_ids) do parts[position] = lib.text.quoted(id) .. ':' .. (counts['=' .. id] or 0) end
  return '{' .. table.concat(parts, ',') .. '}'
end

local function texts_json(counts)
  local found = {}
  for name, n in pairs(counts) do
    if string.sub(name, 1, 1) == '=' then found[#found + 1] = { text = string.sub(name, 2), n = tonumber(n) } end
  end
  table.sort(found, function(a, b) return a.n > b.n or (a.n == b.n and a.text < b.text) end)
  local parts = {}
  for position = 1, math.min(#found, MOST_FREQUENT) do
    parts[position] = '{"text":' .. lib.text.quoted(found[position].text) .. ',"n":' .. found[position].n .. '}'
  end
  return '[' .. table.concat(parts, ',') .. ']'
end

-- `form` is `options` or `texts`; every option is named, also those that nobody took.
function lib.tally.json(tally_key, form, option_ids)
  local flat, counts = redis.call('HGETALL', tally_key), {}
  for position = 1, #flat, 2 do counts[flat[position]] = flat[position + 1] end
  local detail = form == 'texts' and '"texts":' .. texts_json(counts) or '"options":' .. options_json(counts, option_ids)
  return '{"answered":' .. (counts.answered or 0) .. ',"right":' .. (counts.right or 0) .. ',' .. detail .. '}'
end
