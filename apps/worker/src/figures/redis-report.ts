import { z } from "zod";

const count = z.coerce.number();
const ok = z.string().transform((status) => status === "ok");

/** What we want to know of Redis's INFO, by the names that it has there. Older ones don't count refused commands. */
const schema = z
  .object({
    used_memory: count,
    maxmemory: count,
    total_system_memory: count,
    connected_clients: count,
    pubsub_channels: count,
    connected_slaves: count,
    total_commands_processed: count,
    total_error_replies: count.default(0),
    evicted_keys: count,
    rejected_connections: count,
    used_cpu_sys: count,
    used_cpu_user: count,
    uptime_in_seconds: count,
    aof_enabled: z.string().transform((flag) => flag === "1"),
    aof_last_write_status: ok,
    aof_last_bgrewrite_status: ok,
    aof_current_size: count.default(0),
  })
  .transform((info) => ({
    usedMemory: info.used_memory,
    maxMemory: info.maxmemory,
    systemMemory: info.total_system_memory,
    clients: info.connected_clients,
    pubsubChannels: info.pubsub_channels,
    replicas: info.connected_slaves,
    commands: info.total_commands_processed,
    errorReplies: info.total_error_replies,
    evictedKeys: info.evicted_keys,
    rejectedConnections: info.rejected_connections,
    cpuSeconds: info.used_cpu_sys + info.used_cpu_user,
    uptimeSeconds: info.uptime_in_seconds,
    aofEnabled: info.aof_enabled,
    aofHealthy: info.aof_last_write_status && info.aof_last_bgrewrite_status,
    aofSize: info.aof_current_size,
  }));

export type RedisReport = z.infer<typeof schema>;

/** INFO is lines of `name:value`, under headings. */
export function parseRedisReport(info: string): RedisReport {
  const lines = info.split(/\r?\n/).filter((line) => line.includes(":") && !line.startsWith("#"));
  return schema.parse(Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)])));
}
