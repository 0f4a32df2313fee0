import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { untilAnswers } from "@quickfire/launcher/processes/until-answers";
import { deployed } from "../src/places.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

const scrapeEverySeconds = 1;

/**
 * A Prometheus with our rules that scrapes a running stack more often than one in earnest would.
 *
 * @param {import("@quickfire/launcher/commands/run-command").CommandContext} context
 * @param {{ program: string, port: number, stack: import("./start-stack.mjs").Stack }} options
 */
export async function startPrometheus({ guard, env }, { program, port, stack }) {
  const folder = makeTemporaryFolder("prometheus");
  cpSync(deployed("prometheus", "rules"), join(folder, "rules"), { recursive: true });
  const job = (/** @type {string} */ name, /** @type {number[]} */ ports) => ({ job_name: name, static_configs: [{ targets: ports.map((each) => `127.0.0.1:${each}`) }] });
  // JSON is YAML as well.
  writeFileSync(join(folder, "prometheus.yml"), JSON.stringify({
    global: { scrape_interval: `${scrapeEverySeconds}s`, evaluation_interval: `${scrapeEverySeconds}s` },
    rule_files: ["rules/*.yml"],
    scrape_configs: [job("ws-server", stack.nodes.map(({ opsPort }) => opsPort)), job("worker", [stack.workerOpsPort]), job("web", [stack.webPort])],
  }));
  const url = `http://127.0.0.1:${port}`;
  const args = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=127.0.0.1:${port}`, "--log.level=warn"];
  const child = guard.spawn(program, args, { env, stdio: ["ignore", "ignore", "ignore"] });
  await untilAnswers(child, { name: "prometheus", url: `${url}/-/ready`, lastWords: () => null });

  /** @param {string} expr */
  async function query(expr) {
    const answer = await fetch(`${url}/api/v1/query`, { method: "POST", body: new URLSearchParams({ query: expr }) });
    const body = /** @type {{ status: string, error?: string, data?: { result: { metric: Record<string, string>, value: [number, string] }[] } }} */ (await answer.json());
    return { error: body.status === "success" ? null : (body.error ?? "no reason given"), series: body.data?.result ?? [] };
  }

  return {
    query,
    /** Until every process was seen at least so often. @param {number} times */
    async scraped(times) {
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const { series } = await query(`count_over_time(up[1m]) >= ${times} and up == 1`);
        if (series.length === 4) return;
        await pause(1_000 * scrapeEverySeconds);
      }
      throw new Error("Prometheus does not reach all four processes");
    },
    async rules() {
      const answer = await fetch(`${url}/api/v1/rules`);
      const { data } = /** @type {{ data: { groups: { rules: { name: string, health: string, lastError?: string }[] }[] } }} */ (await answer.json());
      return data.groups.flatMap((group) => group.rules);
    },
  };
}
