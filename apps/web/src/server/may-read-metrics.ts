import { createHash, timingSafeEqual } from "node:crypto";
import { clientAddress, createTrustedProxies, type HeaderReader } from "@quickfire/api";
import { peerHeader } from "./peer-address";

const loopback = createTrustedProxies(["127.0.0.0/8", "::1"]);

/** With the token, or from this very machine: a proxy on it that speaks for somebody else does not count as this machine. */
export function mayReadMetrics(headers: HeaderReader, token: string | undefined): boolean {
  if (token !== undefined && sameText(headers.get("authorization") ?? "", `Bearer ${token}`)) return true;
  const furthest = clientAddress({ peer: headers.get(peerHeader) ?? undefined, forwardedFor: headers.get("x-forwarded-for"), trusted: loopback });
  return furthest !== null && loopback.check(furthest, furthest.includes(":") ? "ipv6" : "ipv4");
}

/** Takes as long for a near miss as for a far one. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
