import { networkInterfaces } from "node:os";

/**
 * The address under which phones in the same network reach this machine.
 *
 * @param {ReturnType<typeof networkInterfaces>} [interfaces]
 * @returns {string | null}
 */
export function findLanAddress(interfaces = networkInterfaces()) {
  const addresses = Object.entries(interfaces)
    // Bridges of containers have addresses that no phone can reach.
    .filter(([name]) => !/^(docker|br-|veth|virbr|cni|flannel)/.test(name))
    .flatMap(([, entries]) => entries ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
  return addresses.find(isPrivate) ?? addresses[0] ?? null;
}

/** @param {string} address */
function isPrivate(address) {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
