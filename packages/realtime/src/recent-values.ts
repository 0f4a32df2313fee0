/** The values that were used last, at most `limit` of them. */
export function createRecentValues<Key, Value>(limit: number) {
  const values = new Map<Key, Value>();
  return {
    get(key: Key): Value | undefined {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set(key: Key, value: Value): void {
      values.set(key, value);
      const oldest = values.keys().next();
      if (values.size > limit && !oldest.done) values.delete(oldest.value);
    },
  };
}

export type RecentValues<Key, Value> = ReturnType<typeof createRecentValues<Key, Value>>;
