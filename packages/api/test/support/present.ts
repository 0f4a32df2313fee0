/** What a test knows to be there. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("something that has to be there is not");
  return value;
}
