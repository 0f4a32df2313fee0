import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone after the test; others may enter it, as Postgres does for root. */
export function makeTemporaryFolder() {
  const dir = mkdtempSync("/var/tmp/quickfire-launcher-test-");
  chmodSync(dir, 0o755);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return dir;
}

/**
 * A program that a PATH leads to.
 *
 * @param {string} dir
 * @param {string} name
 * @param {string} script for /bin/sh
 */
export function writeProgram(dir, name, script) {
  const path = join(dir, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  chmodSync(path, 0o755);
  return path;
}
