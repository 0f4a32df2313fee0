import { BlockList, isIP } from "node:net";

/** The addresses whose word about `X-Forwarded-For` counts: our own proxies, as addresses or in CIDR form. */
export function createTrustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = familyOf(address);
    if (!family) throw new TypeError(`"${entry}" is neither an address nor a CIDR range`);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The address a request came from: the nearest hop that is not one of our proxies. What stands left of it in the header was
 * written by somebody we don't know, and is ignored.
 */
export function clientAddress(request: { peer: string | undefined; forwardedFor: string | null | undefined; trusted: BlockList }): string | null {
  const hops = [...(request.forwardedFor ?? "").split(","), request.peer ?? ""].map(plainAddress);
  for (let index = hops.length - 1; index >= 0; index -= 1) {
    const hop = hops[index];
    // A hop that is no address was not written by a proxy of ours: the one after it is the furthest that we know.
    if (!hop) return hops[index + 1] ?? null;
    if (!isTrusted(hop, request.trusted)) return hop;
  }
  return hops[0] ?? null;
}

/** What limits count by: an IPv4 address, or the /64 that an IPv6 host can roam in freely. */
export function addressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const start = head.split(":").filter(Boolean);
  const end = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  const groups = address.includes("::") ? [...start, ...zeros, ...end] : start;
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = familyOf(address);
  return family !== null && trusted.check(address, family);
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}

/** Without brackets, port and the IPv6 wrapping of an IPv4 address; null where it is no address at all. */
function plainAddress(hop: string): string | null {
  const bare = hop.trim().replace(/^\[([^\]]+)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const unwrapped = bare.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, "$1");
  return isIP(unwrapped) ? unwrapped : null;
}
