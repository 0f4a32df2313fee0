import { join, resolve } from "node:path";
import { LaunchError } from "../launch-error.mjs";
import { readInteger } from "../launch-options.mjs";

/**
 * Everything that is decided before anything starts: which processes, on which ports, known to the world by which addresses.
 * @typedef {object} StackPlan
 * @property {string} dataDir
 * @property {string} host where the public ports listen
 * @property {number} webPort
 * @property {number} wsPort of the balancer, or of the only node
 * @property {number} workerOpsPort
 * @property {{ name: string, wsPort: number, opsPort: number }[]} nodes only this machine reaches them
 * @property {boolean} isBalanced whether the public WebSocket port is the balancer's
 * @property {string} webUrl
 * @property {string} wsUrl
 * @property {string} opsUrl
 * @property {boolean} seedsDemo
 */

/** What only this machine is to reach. */
export const ownHost = "127.0.0.1";

/**
 * @param {object} facts
 * @param {import("../launch-options.mjs").LaunchOptions} facts.options
 * @param {NodeJS.ProcessEnv} facts.env
 * @param {string} facts.home where data lives unless told otherwise
 * @param {string | null} facts.lanAddress
 * @returns {StackPlan}
 */
export function planStack({ options, env, home, lanAddress }) {
  if (options.lan && lanAddress === null) throw new LaunchError("--lan: this machine has no address in a local network.");
  const ports = planPorts(options, env);
  const host = options.lan ? "0.0.0.0" : (env.HOST || "127.0.0.1");
  const name = options.lan && lanAddress !== null ? lanAddress : nameOf(host);
  // The nodes' ports show health and metrics as well, so where others may call, the balancer alone listens to them.
  const isBalanced = options.nodes > 1 || !isLoopback(host);
  const nodes = Array.from({ length: options.nodes }, (_, index) => ({
    name: `ws-${index + 1}`,
    wsPort: isBalanced ? ports.ws + index + 1 : ports.ws,
    // The worker's operations have the port after the first node's.
    opsPort: index === 0 ? ports.ops : ports.ops + 1 + index,
  }));
  return {
    dataDir: findDataDir(options, env, home),
    host,
    webPort: ports.web,
    wsPort: ports.ws,
    workerOpsPort: ports.workerOps,
    nodes,
    isBalanced,
    webUrl: env.PUBLIC_WEB_URL || `http://${name}:${ports.web}`,
    wsUrl: env.PUBLIC_WS_URL || `ws://${name}:${ports.ws}`,
    opsUrl: `http://localhost:${ports.ops}`,
    seedsDemo: !options.empty && (env.NODE_ENV !== "production" || options.demo),
  };
}

/** @param {string} host where something listens */
function nameOf(host) {
  return isLoopback(host) || host === "0.0.0.0" || host === "::" ? "localhost" : host;
}

/** @param {string} host */
function isLoopback(host) {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/**
 * The address under which this machine reaches what listens on `host`.
 *
 * @param {string} host
 */
export function ownAddressOf(host) {
  return host === "0.0.0.0" || host === "::" ? ownHost : host;
}

/** @param {StackPlan} plan */
export function listPorts({ host, webPort, wsPort, workerOpsPort, nodes, isBalanced }) {
  return [
    { port: webPort, host, use: "web", variable: "WEB_PORT" },
    ...(isBalanced ? [{ port: wsPort, host, use: "WebSocket", variable: "WS_PORT" }] : []),
    ...nodes.flatMap((node) => [
      { port: node.wsPort, host: ownHost, use: `WebSocket of ${node.name}`, variable: "WS_PORT" },
      { port: node.opsPort, host: ownHost, use: `operations of ${node.name}`, variable: "OPS_PORT" },
    ]),
    { port: workerOpsPort, host: ownHost, use: "operations of the worker", variable: "WORKER_OPS_PORT" },
  ];
}

/**
 * @param {import("../launch-options.mjs").LaunchOptions} options
 * @param {NodeJS.ProcessEnv} env
 */
function planPorts({ portBase }, env) {
  if (portBase !== null) return { web: portBase, ws: portBase + 90, ops: portBase + 190, workerOps: portBase + 191 };
  /** @param {string} name @param {number} otherwise */
  const read = (name, otherwise) => readInteger(name, env[name], { from: 1, to: 65_535 }) ?? otherwise;
  return { web: read("WEB_PORT", 3_000), ws: read("WS_PORT", 8_090), ops: read("OPS_PORT", 9_090), workerOps: read("WORKER_OPS_PORT", 9_091) };
}

/**
 * @param {import("../launch-options.mjs").LaunchOptions} options
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
function findDataDir({ data, portBase }, env, home) {
  const named = data ?? env.QUICKFIRE_DATA;
  // npm runs scripts in the checkout; INIT_CWD is where the person stood.
  if (named) return resolve(env.INIT_CWD ?? process.cwd(), named);
  return portBase === null ? home : join(home, "stacks", String(portBase));
}
