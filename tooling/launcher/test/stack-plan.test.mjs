import { describe, expect, it } from "vitest";
import { findLanAddress } from "../src/lan-address.mjs";
import { parseLaunchOptions } from "../src/launch-options.mjs";
import { createProductEnv } from "../src/stack/product-env.mjs";
import { listPorts, ownAddressOf, planStack } from "../src/stack/stack-plan.mjs";

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] @param {string | null} [lanAddress] */
const plan = (args, env = {}, lanAddress = null) => planStack({ options: parseLaunchOptions(args), env, home: "/home/q/.quickfire", lanAddress });

describe("a stack's ports and addresses", () => {
  it("are the documented ones unless told otherwise", () => {
    expect(plan([])).toMatchObject({
      host: "127.0.0.1", webUrl: "http://localhost:3000", wsUrl: "ws://localhost:8090", opsUrl: "http://localhost:9090", isBalanced: false,
      dataDir: "/home/q/.quickfire", workerOpsPort: 9091, nodes: [{ name: "ws-1", wsPort: 8090, opsPort: 9090 }],
    });
  });

  it("shift together with a port base, which has a data folder of its own", () => {
    expect(plan(["--port-base", "4000"])).toMatchObject({
      webPort: 4000, wsPort: 4090, workerOpsPort: 4191, nodes: [{ wsPort: 4090, opsPort: 4190 }], dataDir: "/home/q/.quickfire/stacks/4000",
    });
  });

  it("never meet, however many nodes there are", () => {
    const ports = listPorts(plan(["--nodes", "16"])).map(({ port }) => port);
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports).toHaveLength(2 + 1 + 16 * 2);
  });

  it("put a balancer on the public port in front of several nodes", () => {
    const { nodes, wsPort, isBalanced } = plan(["--nodes", "2"]);
    expect({ wsPort, isBalanced }).toEqual({ wsPort: 8090, isBalanced: true });
    expect(nodes).toEqual([
      { name: "ws-1", wsPort: 8091, opsPort: 9090 },
      { name: "ws-2", wsPort: 8092, opsPort: 9092 },
    ]);
  });

  it("show nothing but web and the sockets to others: operations stay on this machine", () => {
    const open = listPorts(plan(["--lan"], {}, "192.168.1.7")).filter(({ host }) => host !== "127.0.0.1");
    expect(open.map(({ port, host }) => ({ port, host }))).toEqual([{ port: 3000, host: "0.0.0.0" }, { port: 8090, host: "0.0.0.0" }]);
  });

  it("come from the environment, where a port base does not say otherwise", () => {
    const env = { WEB_PORT: "1234", WS_PORT: "1235", OPS_PORT: "1236", WORKER_OPS_PORT: "1237", PUBLIC_WEB_URL: "https://quiz.example", HOST: "10.0.0.5" };
    expect(plan([], env)).toMatchObject({ webPort: 1234, wsPort: 1235, workerOpsPort: 1237, webUrl: "https://quiz.example", wsUrl: "ws://10.0.0.5:1235" });
    expect(plan(["--port-base", "4000"], env)).toMatchObject({ webPort: 4000, wsPort: 4090 });
    expect(() => plan([], { WEB_PORT: "web" })).toThrow("WEB_PORT is a whole number from 1 to 65535, and not web.");
  });

  it("are this machine's in the local network with --lan", () => {
    expect(plan(["--lan"], {}, "192.168.1.7")).toMatchObject({ host: "0.0.0.0", webUrl: "http://192.168.1.7:3000", wsUrl: "ws://192.168.1.7:8090" });
    expect(() => plan(["--lan"])).toThrow("--lan: this machine has no address in a local network.");
  });

  it("lead this machine to itself where something listens everywhere", () => {
    expect([ownAddressOf("0.0.0.0"), ownAddressOf("10.0.0.5")]).toEqual(["127.0.0.1", "10.0.0.5"]);
  });
});

describe("a stack's data folder", () => {
  it("is the one named, from where the person stood", () => {
    expect(plan(["--data", "here"], { INIT_CWD: "/tmp/there" }).dataDir).toBe("/tmp/there/here");
    expect(plan([], { QUICKFIRE_DATA: "/srv/quickfire" }).dataDir).toBe("/srv/quickfire");
  });
});

describe("the demo", () => {
  it("is left out when asked for, and in production unless asked for", () => {
    expect(plan([]).seedsDemo).toBe(true);
    expect(plan(["--empty"]).seedsDemo).toBe(false);
    expect(plan([], { NODE_ENV: "production" }).seedsDemo).toBe(false);
    expect(plan(["--demo"], { NODE_ENV: "production" }).seedsDemo).toBe(true);
  });
});

describe("the environment of the processes", () => {
  const storage = { redisUrl: "redis://r", databaseUrl: "postgres://p" };
  const secrets = { storage, authSecret: "made", mode: /** @type {const} */ ("production") };

  it("gives each node its own ports and name, and tells it to trust the balancer", () => {
    const env = { TRUSTED_PROXIES: "10.0.0.1" };
    const product = createProductEnv({ plan: plan(["--nodes", "2"]), env, ...secrets });
    const [, second] = plan(["--nodes", "2"]).nodes;
    if (!second) throw new Error("there are two nodes");
    expect(product.node(second)).toMatchObject({ NODE_NAME: "ws-2", WS_PORT: "8092", OPS_PORT: "9092", TRUSTED_PROXIES: "10.0.0.1,127.0.0.1", REDIS_URL: "redis://r" });
    expect(product.balancer).toMatchObject({ BALANCER_LISTEN: "127.0.0.1:8090", BALANCER_NODES: "127.0.0.1:8091,127.0.0.1:8092" });
  });

  it("trusts nobody's word about addresses where there is no balancer", () => {
    const alone = plan([]);
    const [node] = alone.nodes;
    if (!node) throw new Error("there is one node");
    expect(createProductEnv({ plan: alone, env: {}, ...secrets }).node(node).TRUSTED_PROXIES).toBe("");
  });

  it("prefers a secret that was given to the one that was made", () => {
    expect(createProductEnv({ plan: plan([]), env: { AUTH_SECRET: "given" }, ...secrets }).web.AUTH_SECRET).toBe("given");
    expect(createProductEnv({ plan: plan([]), env: {}, ...secrets }).web.AUTH_SECRET).toBe("made");
  });
});

describe("the address in the local network", () => {
  /** @param {string} address @param {boolean} [internal] */
  const entry = (address, internal = false) => ({ address, internal, family: /** @type {const} */ ("IPv4"), netmask: "", mac: "", cidr: null });

  it("is a private one of a real network, before any other", () => {
    const interfaces = { lo: [entry("127.0.0.1", true)], docker0: [entry("172.17.0.1")], eth1: [entry("203.0.113.9")], wlan0: [entry("192.168.1.7")] };
    expect(findLanAddress(interfaces)).toBe("192.168.1.7");
    expect(findLanAddress({ eth1: interfaces.eth1 })).toBe("203.0.113.9");
    expect(findLanAddress({ lo: interfaces.lo, docker0: interfaces.docker0 })).toBeNull();
  });
});
