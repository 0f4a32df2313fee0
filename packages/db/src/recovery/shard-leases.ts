import type { Sql } from "postgres";

export type LeaseRequest = { region: string; shard: number; holder: string; leaseMs: number };
export type HeldLease = { region: string; shard: number; fence: number };

/** The fence of a new lease, higher than all before; null while another holder's runs. Who was killed and is back takes its own anew. */
export async function takeShardLease(sql: Sql, { region, shard, holder, leaseMs }: LeaseRequest): Promise<number | null> {
  const [lease] = await sql<{ fence: number }[]>`
    insert into shard_leases (region, shard, fence, holder, expires_at)
    values (${region}, ${shard}, 1, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')
    on conflict (region, shard) do update
      set fence = shard_leases.fence + 1, holder = excluded.holder, expires_at = excluded.expires_at
      where shard_leases.expires_at <= clock_timestamp() or shard_leases.holder = excluded.holder
    returning fence::int`;
  return lease?.fence ?? null;
}

/** Nothing happens to a lease whose place a later one has taken: its fence tells the two apart. */
export async function renewShardLease(sql: Sql, { region, shard, fence }: HeldLease, leaseMs: number): Promise<void> {
  await sql`
    update shard_leases set expires_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where region = ${region} and shard = ${shard} and fence = ${fence}`;
}

/** Free at once, whatever the clocks say: those of two connections need not agree to the microsecond. */
export async function releaseShardLease(sql: Sql, { region, shard, fence }: HeldLease): Promise<void> {
  await sql`update shard_leases set expires_at = '-infinity' where region = ${region} and shard = ${shard} and fence = ${fence}`;
}
