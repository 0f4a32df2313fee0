import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** A folder that other users may enter: as root, Postgres runs as somebody else. */
export async function makeTemporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join("/var/tmp", "quickfire-test-"));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}
