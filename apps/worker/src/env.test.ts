import { describe, expect, it } from "vitest";
import { EnvironmentError, readDatabaseEnv, readWorkerEnv } from "./env";

const addresses = { DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/quickfire", REDIS_URL: "redis://127.0.0.1:6379" };

describe("the environment", () => {
  it("needs two addresses and has a default for all the rest", () => {
    const defaults = { HOST: "127.0.0.1", WORKER_OPS_PORT: 9091, SHARDS: 16, LOG_LEVEL: "info", NODE_NAME: expect.stringMatching(/^worker-.+-9091$/), ANOMALY_BLOCK_MINUTES: 60, ANOMALY_FAST_ANSWERS: 5 };
    expect(readWorkerEnv(addresses)).toMatchObject(defaults);
  });

  it("takes an empty variable for an unset one", () => {
    expect(readWorkerEnv({ ...addresses, SHARDS: "", WORKER_OPS_PORT: "", LOG_LEVEL: "", HOST: "" })).toMatchObject({ SHARDS: 16, WORKER_OPS_PORT: 9091 });
  });

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://secret@localhost"],
    ["REDIS_URL", undefined],
    ["REDIS_URL", "localhost:6379"],
    ["REDIS_URL", "redis://one:1,nonsense"],
    ["WORKER_OPS_PORT", "70000"],
    ["WORKER_OPS_PORT", "secret"],
    ["SHARDS", "0"],
    ["SHARDS", "2.5"],
    ["SHARDS", "1025"],
    ["LOG_LEVEL", "loud"],
    ["ANOMALY_EVERY_SECONDS", "-1"],
    ["ANOMALY_FAST_ANSWERS", "1"],
    ["ANOMALY_HUMAN_MS", "secret"],
  ])("names %s when it is %s, in one line, without its value", (name, value) => {
    const read = () => readWorkerEnv({ ...addresses, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^${name} [^\n]+\\.$`));
    expect(read).not.toThrow(/secret/);
  });

  it("has a line for each of several wrong variables", () => {
    expect(() => readWorkerEnv({ SHARDS: "many" })).toThrow(/^DATABASE_URL .+\nREDIS_URL .+\nSHARDS .+$/);
  });

  it("asks what only prepares the database for no more than that", () => {
    expect(readDatabaseEnv({ DATABASE_URL: addresses.DATABASE_URL })).toMatchObject({ DATABASE_URL: addresses.DATABASE_URL, LOG_LEVEL: "info" });
  });
});
