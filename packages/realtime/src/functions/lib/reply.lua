-- What a function answers: `ok` and its values, or the code of a failure.
lib.reply = {}

function lib.reply.ok(...)
  return { 'ok', ... }
end

function lib.reply.fail(code)
  return { code }
end
