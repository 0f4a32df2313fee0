import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const controller = "/sys/fs/cgroup/memory";

export type MemoryCgroup = { take: (pid: number) => Promise<void>; remove: () => Promise<void> };

/** A group of processes that the kernel ends where they take more memory together; null where this machine or this user has no way to make one. */
export async function makeMemoryCgroup(name: string, bytes: number): Promise<MemoryCgroup | null> {
  const path = join(controller, name);
  try {
    await mkdir(path);
  } catch {
    return null;
  }
  try {
    await writeFile(join(path, "memory.limit_in_bytes"), String(bytes));
  } catch {
    await rmdir(path);
    return null;
  }
  return {
    take: (pid) => writeFile(join(path, "cgroup.procs"), String(pid)),
    remove: () => rmdir(path),
  };
}
