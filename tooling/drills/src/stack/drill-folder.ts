import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** What a run of drills writes, where Postgres may enter too; kept for reading where something failed. */
export async function makeDrillFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join("/var/tmp", "quickfire-drill-"));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}
