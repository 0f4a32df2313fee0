const localNames = ["localhost", "127.0.0.1"];

/**
 * Which pages may open sockets: those of the web's public address, whose local names stand for each other, and those that the
 * operator adds. A client that is no browser sends no Origin; its token still counts. `null` is an Origin that anybody can have.
 */
export function createOriginCheck(addresses: readonly string[]): (origin: string | undefined) => boolean {
  const allowed = new Set(addresses.flatMap(namesOf));
  return (origin) => origin === undefined || (origin !== "null" && allowed.has(origin.toLowerCase()));
}

function namesOf(address: string): string[] {
  const url = new URL(address);
  if (!localNames.includes(url.hostname)) return [url.origin];
  return localNames.map((name) => {
    const named = new URL(url);
    named.hostname = name;
    return named.origin;
  });
}
