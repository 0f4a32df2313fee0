lib.text = {}

-- A whole number in full: Lua's own form turns to an exponent at 1e14, and the command interface of Redis cuts fractions. As an integer
-- of C, which is exact as far as a double is, and a fraction of the work of forming a double.
function lib.text.whole(number)
  return string.format('%d', number)
end

-- A JSON string.
function lib.text.quoted(text)
  return cjson.encode(text)
end

-- An instant as it stands on the wire: ISO 8601 in UTC. The calendar from days is the civil-from-days method, exact for all dates.
function lib.text.instant(ms)
  local seconds = math.floor(ms / 1000)
  local days = math.floor(seconds / 86400)
  local of_day = seconds - days * 86400
  local shifted = days + 719468
  local era = math.floor(shifted / 146097)
  local day_of_era = shifted - era * 146097
  local year_of_era = math.floor((day_of_era - math.floor(day_of_era / 1460) + math.floor(day_of_era / 36524) - math.floor(day_of_era / 146096)) / 365)
  local day_of_year = day_of_era - (365 * year_of_era + math.floor(year_of_era / 4) - math.floor(year_of_era / 100))
  local shifted_month = math.floor((5 * day_of_year + 2) / 153)
  local day = day_of_year - math.floor((153 * shifted_month + 2) / 5) + 1
  local month = shifted_month < 10 and shifted_month + 3 or shifted_month - 9
  local year = year_of_era + era * 400 + (month <= 2 and 1 or 0)
  return string.format(
    '%04d-%02d-%02dT%02d:%02d:%02d.%03dZ',
    year, month, day, math.floor(of_day / 3600), math.floor(of_day / 60) % 60, of_day % 60, ms - seconds * 1000
  )
end
