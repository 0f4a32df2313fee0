import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseEnv } from "../../../apps/web/src/env";
import { readDatabaseEnv, readWorkerEnv } from "../../../apps/worker/src/env";
import { readEnv } from "../../../apps/ws-server/src/env";
import { checkoutDir, deployed } from "../src/places.mjs";

/**
 * @typedef {{ image: string, build?: { dockerfile: string, target: string }, command?: string[], environment?: Record<string, string>, volumes?: string[], ports?: string[], networks?: unknown, depends_on?: Record<string, unknown>, user?: string }} Service
 * @type {{ services: Record<string, Service>, volumes: Record<string, null>, networks: Record<string, { ipam: { config: { subnet: string, ip_range: string }[] } }> }}
 */
const compose = parse(readFileSync(deployed("compose.yaml"), "utf8"), { merge: true });
const dockerfile = readFileSync(deployed("Dockerfile"), "utf8");
const haproxy = readFileSync(deployed("haproxy", "haproxy.cfg"), "utf8");
const prometheus = parse(readFileSync(deployed("prometheus", "prometheus.yml"), "utf8"));

/** As compose fills it in where nothing is set. @param {string} name @returns {Record<string, string>} */
function environmentOf(name) {
  const given = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(given.map(([variable, value]) => [variable, value.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1")]));
}

const folder = mkdtempSync(join(tmpdir(), "quickfire-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const makeSecrets = () => spawnSync(process.execPath, [deployed("compose", "make-secrets.mjs"), folder], { encoding: "utf8" });
makeSecrets();
const readSecret = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");
const secrets = Object.fromEntries(readSecret("product.env").trim().split("\n").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));

describe("the containers", () => {
  it.each(["web-1", "web-2"])("%s starts with what it is given", (name) => {
    expect(parseEnv({ ...secrets, ...environmentOf(name) })).toMatchObject({ ok: true, env: { NODE_NAME: name, PUBLIC_WS_URL: "ws://localhost:8080" } });
  });

  it.each(["ws-1", "ws-2"])("%s starts with what it is given", (name) => {
    expect(readEnv({ ...secrets, ...environmentOf(name) })).toMatchObject({ NODE_NAME: name, HOST: "0.0.0.0", PUBLIC_WEB_URL: "http://localhost:8080" });
  });

  it("the worker and what prepares the database start with what they are given", () => {
    expect(readWorkerEnv({ ...secrets, ...environmentOf("worker") })).toMatchObject({ NODE_NAME: "worker-1", WORKER_OPS_PORT: 9091 });
    expect(readDatabaseEnv({ ...secrets, ...environmentOf("migrate") }).DATABASE_URL).toContain("@postgres:5432/");
  });

  it("are given no variable that no process knows", () => {
    const known = new Set(readFileSync(join(checkoutDir, ".env.example"), "utf8").match(/^[A-Z_]+(?==)/gm));
    for (const [name, { build }] of Object.entries(compose.services)) {
      if (build) expect(Object.keys(environmentOf(name)).filter((variable) => variable !== "HEALTH_URL" && !known.has(variable)), name).toEqual([]);
    }
  });

  it("are built from a stage that there is, and run what it holds", () => {
    for (const [name, { build, command = [] }] of Object.entries(compose.services)) {
      if (!build) continue;
      expect(dockerfile, name).toMatch(new RegExp(`^FROM .+ AS ${build.target}$`, "m"));
      const program = command.map((word) => word.replace(/^\/app\//, "")).find((word) => word.endsWith(".mjs") && word.startsWith("apps/"));
      if (program) expect(dockerfile).toContain(`/app/${program.split("/").slice(0, 3).join("/")}`);
    }
  });

  it("don't run as root", () => {
    expect(dockerfile.split(/^FROM/m).at(-1)).toMatch(/^USER node$/m);
  });

  it("say whether they can serve, on the port that they have", () => {
    expect(environmentOf("ws-1")["HEALTH_URL"]).toContain(`:${environmentOf("ws-1")["OPS_PORT"]}/`);
    expect(environmentOf("worker")["HEALTH_URL"]).toContain(`:${environmentOf("worker")["WORKER_OPS_PORT"]}/`);
    for (const name of ["web-1", "web-2"]) expect(environmentOf(name)["HEALTH_URL"]).toContain(`:${environmentOf(name)["WEB_PORT"]}/`);
  });

  it("find every file and every volume that they mount", () => {
    for (const [name, { volumes = [] }] of Object.entries(compose.services)) {
      for (const volume of volumes) {
        const [source = ""] = volume.split(":");
        expect(source.startsWith(".") ? existsSync(deployed(source)) : Object.hasOwn(compose.volumes, source), `${name}: ${volume}`).toBe(true);
      }
    }
  });

  it("wait only for services that there are", () => {
    for (const { depends_on: needed = {} } of Object.values(compose.services)) for (const name of Object.keys(needed)) expect(compose.services).toHaveProperty([name]);
  });
});

describe("the secrets", () => {
  it("are made once, and stay", () => {
    const first = readSecret("product.env");
    expect(makeSecrets().status).toBe(0);
    expect(readSecret("product.env")).toBe(first);
    expect(secrets["AUTH_SECRET"]?.length).toBeGreaterThanOrEqual(32);
    expect(secrets["METRICS_TOKEN"]).toBe(readSecret("metrics-token"));
    expect(secrets["DATABASE_URL"]).toContain(`:${readSecret("postgres-password")}@`);
    expect(statSync(join(folder, "product.env")).mode & 0o777).toBe(0o400);
  });

  it("have a place to be put, or a clear word and code 2", () => {
    const { status, stderr } = spawnSync(process.execPath, [deployed("compose", "make-secrets.mjs")], { encoding: "utf8" });
    expect([status, stderr]).toEqual([2, "make-secrets: say where to put them.\n"]);
  });
});

describe("the balancer and Prometheus", () => {
  const balancer = environmentOf("balancer");

  it("have all the addresses that the balancer's configuration asks for, and no other", () => {
    const asked = new Set([...haproxy.matchAll(/"\$\{(\w+)\}"/g)].map(([, name]) => name));
    expect(Object.keys(balancer).sort()).toEqual([...asked].sort());
  });

  it("reach processes where they listen", () => {
    for (const name of ["ws-1", "ws-2"]) {
      const variable = name.toUpperCase().replace("-", "_");
      expect(balancer[variable]).toBe(`${name}:${environmentOf(name)["WS_PORT"]}`);
      expect(balancer[`${variable}_OPS_PORT`]).toBe(environmentOf(name)["OPS_PORT"]);
    }
    /** @type {string[]} */
    const targets = prometheus.scrape_configs.flatMap((/** @type {{ static_configs: { targets: string[] }[] }} */ { static_configs: [first] }) => first?.targets ?? []);
    expect(targets.sort()).toEqual(["balancer:8404", "web-1:3000", "web-2:3000", "worker:9091", "ws-1:9090", "ws-2:9090"]);
    expect(balancer["BALANCER_OPS_LISTEN"]).toBe("*:8404");
  });

  it("the balancer is the one whose word on addresses is believed", () => {
    const networks = /** @type {{ inside: { ipv4_address: string } }} */ (compose.services["balancer"]?.networks);
    for (const name of ["web-1", "ws-1"]) expect(environmentOf(name)["TRUSTED_PROXIES"]).toBe(networks.inside.ipv4_address);
    expect(haproxy).toContain("http-request set-header X-Forwarded-For %[src]");
    const [range] = compose.networks["inside"]?.ipam.config ?? [];
    expect([range?.subnet, range?.ip_range, networks.inside.ipv4_address]).toEqual(["172.28.0.0/24", "172.28.0.128/25", "172.28.0.10"]);
  });

  it("is reached from outside where the public addresses say", () => {
    expect(compose.services["balancer"]?.ports).toEqual(["${PORT:-8080}:8080"]);
    expect(balancer["BALANCER_LISTEN"]).toBe("*:8080");
  });
});
