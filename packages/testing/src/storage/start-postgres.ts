import { join } from "node:path";
import { findFreePort } from "@quickfire/launcher/ports";
import { findPostgres } from "@quickfire/launcher/postgres/postgres-binaries";
import { launchPostgres, postgresUrl } from "@quickfire/launcher/postgres/postgres-server";
import { createProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { runUnderTest, type ProcessUnderTest } from "./process-under-test";
import { makeTemporaryFolder } from "./temporary-folder";

export type PostgresUnderTest = ProcessUnderTest & {
  /** Of its administrator, to the database `postgres`. */
  url: string;
  port: number;
  remove: () => Promise<void>;
};

/** A Postgres of one's own, in a folder of its own unless `dir` names one. `durable` is for tests that kill it: without, it may forget what it has committed. */
export async function startPostgres(options: { port?: number; dir?: string; durable?: boolean } = {}): Promise<PostgresUnderTest> {
  const guard = createProcessGuard();
  const folder = options.dir === undefined ? await makeTemporaryFolder() : null;
  const port = options.port ?? (await findFreePort());
  const isRoot = process.getuid?.() === 0;
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const cluster = {
    guard, isRoot, port, password: "test", dataDir: options.dir ?? join(folder?.path ?? "", "postgres"),
    binariesDir: await findPostgres({ isRoot }),
    settings: ["max_connections=300", ...(options.durable === true ? [] : fast)],
  };
  const server = await runUnderTest(() => launchPostgres(cluster), "SIGINT");
  return {
    ...server,
    url: postgresUrl(cluster),
    port,
    remove: async () => {
      await server.stop();
      guard.close();
      await folder?.remove();
    },
  };
}
