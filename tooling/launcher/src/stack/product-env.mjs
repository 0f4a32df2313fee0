import { ownHost } from "./stack-plan.mjs";

/**
 * The environment of the product's processes: what the launcher was given, and over it what it has decided.
 *
 * @param {object} facts
 * @param {import("./stack-plan.mjs").StackPlan} facts.plan
 * @param {NodeJS.ProcessEnv} facts.env
 * @param {{ redisUrl: string, databaseUrl: string }} facts.storage
 * @param {string} facts.authSecret
 * @param {"production" | "development"} facts.mode
 * @returns {{ web: NodeJS.ProcessEnv, worker: NodeJS.ProcessEnv, node: (node: import("./stack-plan.mjs").StackPlan["nodes"][number]) => NodeJS.ProcessEnv, balancer: NodeJS.ProcessEnv }}
 */
export function createProductEnv({ plan, env, storage, authSecret, mode }) {
  const common = {
    ...env,
    NODE_ENV: mode,
    DATABASE_URL: storage.databaseUrl,
    REDIS_URL: storage.redisUrl,
    AUTH_SECRET: env.AUTH_SECRET || authSecret,
    HOST: ownHost,
    WEB_PORT: String(plan.webPort),
    WORKER_OPS_PORT: String(plan.workerOpsPort),
    PUBLIC_WEB_URL: plan.webUrl,
    PUBLIC_WS_URL: plan.wsUrl,
  };
  return {
    web: { ...common, HOST: plan.host, NODE_NAME: "web-1", WS_PORT: String(plan.wsPort), OPS_PORT: String(plan.nodes[0]?.opsPort) },
    worker: { ...common, NODE_NAME: "worker-1" },
    node: (node) => ({
      ...common,
      NODE_NAME: node.name,
      WS_PORT: String(node.wsPort),
      OPS_PORT: String(node.opsPort),
      TRUSTED_PROXIES: [env.TRUSTED_PROXIES, ...(plan.isBalanced ? [ownHost] : [])].filter(Boolean).join(","),
    }),
    balancer: { ...env, BALANCER_LISTEN: `${plan.host}:${plan.wsPort}`, BALANCER_NODES: plan.nodes.map((node) => `${ownHost}:${node.wsPort}`).join(",") },
  };
}
