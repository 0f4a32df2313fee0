import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Cgroup = {
  take: (pid: number) => Promise<void>;
  /** Lets a process go that lives on. */
  giveBack: (pid: number) => Promise<void>;
  change: (limits: Readonly<Record<string, number>>) => Promise<void>;
  remove: () => Promise<void>;
};

/** A group of processes with a limit that the kernel keeps for all of them together; null where this machine or this user has no way to make one. */
async function makeCgroup(controller: string, name: string, limits: Readonly<Record<string, number>>): Promise<Cgroup | null> {
  const top = join("/sys/fs/cgroup", controller);
  const path = join(top, name);
  try {
    await mkdir(path);
  } catch {
    return null;
  }
  const change = async (wanted: Readonly<Record<string, number>>) => {
    for (const [setting, value] of Object.entries(wanted)) await writeFile(join(path, setting), String(value));
  };
  try {
    await change(limits);
  } catch {
    await rmdir(path);
    return null;
  }
  return {
    take: (pid) => writeFile(join(path, "cgroup.procs"), String(pid)),
    giveBack: (pid) => writeFile(join(top, "cgroup.procs"), String(pid)),
    change,
    remove: () => rmdir(path),
  };
}

/** They are ended where they take more memory together. */
export const makeMemoryCgroup = (name: string, bytes: number): Promise<Cgroup | null> => makeCgroup("memory", name, { "memory.limit_in_bytes": bytes });

export type CpuCgroup = Omit<Cgroup, "change"> & { change: (share: number) => Promise<void> };

const cpuLimits = (share: number) => ({ "cpu.cfs_period_us": 100_000, "cpu.cfs_quota_us": Math.round(share * 100_000) });

/** They wait where they have had their share of one processor, a tenth of a second at a time. */
export async function makeCpuCgroup(name: string, share: number): Promise<CpuCgroup | null> {
  const group = await makeCgroup("cpu", name, cpuLimits(share));
  return group && { ...group, change: (next) => group.change(cpuLimits(next)) };
}
