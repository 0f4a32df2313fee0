/** An expected failure is a value; a bug is a throw. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const err = <Failure>(error: Failure): { ok: false; error: Failure } => ({ ok: false, error });

/** A state that the types rule out: a bug of ours, never the fault of a caller's input. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Makes a switch exhaustive: a new member of the union fails to compile here. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected ${JSON.stringify(value)}`);
}
