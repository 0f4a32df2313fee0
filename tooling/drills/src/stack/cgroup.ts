import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Cgroup = {
  take: (pid: number) => Promise<void>;
  remove: () => Promise<void>;
};

/** A group of processes with a limit that the kernel keeps for all of them together; null where this machine or this user has no way to make one. */
async function makeCgroup(controller: string, name: string, limits: Readonly<Record<string, number>>): Promise<Cgroup | null> {
  const path = join("/sys/fs/cgroup", controller, name);
  try {
    await mkdir(path);
  } catch {
    return null;
  }
  try {
    for (const [setting, value] of Object.entries(limits)) await writeFile(join(path, setting), String(value));
  } catch {
    await rmdir(path);
    return null;
  }
  return {
    take: (pid) => writeFile(join(path, "cgroup.procs"), String(pid)),
    remove: () => rmdir(path),
  };
}

/** They are ended where they take more memory together. */
export const makeMemoryCgroup = (name: string, bytes: number): Promise<Cgroup | null> => makeCgroup("memory", name, { "memory.limit_in_bytes": bytes });
