import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gone with this process; by then what was started is stopped. @param {string} name */
export function makeTemporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `quickfire-${name}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
