/** Those who ask the same while the answer is under way get that one: a crowd with one code costs one reading of its game. */
export function shareCalls<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const underWay = new Map<Key, Promise<Value>>();
  return (key) => {
    const asked = underWay.get(key);
    if (asked) return asked;
    const call = ask(key).finally(() => underWay.delete(key));
    underWay.set(key, call);
    return call;
  };
}
