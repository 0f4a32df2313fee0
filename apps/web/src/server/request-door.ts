import { addressBlock, clientAddress, type HeaderReader, type HttpContext } from "@quickfire/api";
import { peerHeader } from "./peer-address";
import { getProcess } from "./process";

/** What every door to the api has in common: the services, and where the request came from. */
export async function openDoor(headers: HeaderReader): Promise<Pick<HttpContext, "services" | "origin" | "addressBlock">> {
  const { env, services } = getProcess();
  const ip = clientAddress({ peer: headers.get(peerHeader) ?? undefined, forwardedFor: headers.get("x-forwarded-for"), trusted: env.TRUSTED_PROXIES });
  const userAgent = headers.get("user-agent")?.slice(0, 300) ?? null;
  return { services: await services(), origin: { ip, userAgent }, addressBlock: ip === null ? "unknown" : addressBlock(ip) };
}
