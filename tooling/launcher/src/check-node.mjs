/**
 * Ends the process with one clear line where Node is too old.
 *
 * @param {string} [version]
 */
export function checkNode(version = process.versions.node) {
  const problem = findNodeProblem(version);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/**
 * @param {string} version
 * @returns {string | null}
 */
export function findNodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  return isEnough ? null : `Quickfire needs Node 20.19 or newer, and this is Node ${version}.`;
}
