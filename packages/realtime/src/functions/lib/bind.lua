-- Gives names to positions. The lists of names must be those of the TypeScript definition; a test compares them.
function lib.bind(values, names)
  local bound = {}
  for position, name in ipairs(names) do bound[name] = values[position] end
  return bound
end

-- The records that follow the first `skip` values, each as long as `names`.
function lib.records(values, skip, names)
  local records, width = {}, #names
  for first = skip + 1, #values, width do
    local record = {}
    for offset, name in ipairs(names) do record[name] = values[first + offset - 1] end
    records[#records + 1] = record
  end
  return records
end
