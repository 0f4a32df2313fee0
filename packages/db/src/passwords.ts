import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody kept, at the cost above: what is checked where there is no account. */
const hashOfNobody = "$argon2id$v=19$m=19456,t=2,p=1$b61ek6gCwxOQcDKvrpHhsQ$k6ySYvRhKyoHgc2gqLKmhUJTg3RogAqnNuYkpKsFpqM";

/** Longer ones would only be a way to keep the server busy. */
export const longestPassword = 256;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Whether the password fits. For an unknown account pass null: the work is the same, so the time taken does not tell which
 * accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false;
  const matches = await verify(passwordHash ?? hashOfNobody, password);
  return matches && passwordHash !== null;
}
