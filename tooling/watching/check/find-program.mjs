import { findOnPath } from "@quickfire/launcher/find-on-path";
import { LaunchError } from "@quickfire/launcher/launch-error";

/**
 * @param {string} name
 * @param {{ debianPackage: string, env: NodeJS.ProcessEnv }} options
 */
export function findProgram(name, { debianPackage, env }) {
  // Debian has servers where an ordinary user's PATH does not look.
  const found = findOnPath(name, { PATH: `${env.PATH}:/usr/sbin` });
  if (found) return found;
  throw new LaunchError(`${name} is not on the PATH: install Debian's package ${debianPackage}, or unpack it and put its folder there.`);
}
