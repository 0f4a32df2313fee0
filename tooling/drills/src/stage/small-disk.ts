import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LaunchError } from "@quickfire/launcher/launch-error";
import type { Scene } from "./scene";

export type SmallDisk = { path: string; fill: () => Promise<void>; free: () => Promise<void> };

/** A disk so small that it can be filled, in memory; only root may make one. It is taken away after whatever else the drill has to end. */
export async function makeSmallDisk({ onEnd }: Scene, { megabytes }: { megabytes: number }): Promise<SmallDisk> {
  const path = await mkdtemp("/var/tmp/quickfire-small-disk-");
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path], { encoding: "utf8" });
  if (status !== 0) throw new LaunchError(`a drill of full disks needs a small one, and this user may not mount it: ${stderr.trim()}`);
  onEnd(async () => {
    spawnSync("umount", [path]);
    await rm(path, { recursive: true, force: true });
  });
  const filler = join(path, "filler");
  return {
    path,
    // It ends by an error, with the disk full.
    fill: () => writeFile(filler, Buffer.alloc(megabytes * 1024 * 1024)).catch(() => undefined),
    free: () => rm(filler, { force: true }),
  };
}
