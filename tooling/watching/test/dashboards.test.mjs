import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createMetrics } from "@quickfire/telemetry";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { dashboards } from "../src/dashboards/index.mjs";
import { fileOf, textOf } from "../src/dashboards/write-dashboards.mjs";
import { deployed } from "../src/places.mjs";
import { dashboardQueries, metricsIn, rules } from "../src/queries.mjs";

const { registry } = createMetrics({ service: "test" });
const known = new Set([...(await registry.getMetricsAsJSON()).map(({ name }) => name), ...rules().map(({ name }) => name)]);
/** @param {string} expr */
const unknownIn = (expr) => metricsIn(expr).filter((name) => !known.has(name) && !known.has(`${name}_count`));

describe("the dashboards", () => {
  it("are as their definitions make them: pnpm --filter @quickfire/watching dashboards", () => {
    for (const dashboard of dashboards) expect(readFileSync(fileOf(dashboard), "utf8"), dashboard.name).toBe(textOf(dashboard));
    expect(readdirSync(deployed("grafana", "dashboards"))).toHaveLength(dashboards.length);
  });

  it("say of each panel what it means and in which unit", () => {
    for (const { rows } of dashboards) {
      for (const { title, description, unit, queries } of rows.flatMap(({ panels }) => panels)) {
        expect(description.length, title).toBeGreaterThan(15);
        expect(unit, title).not.toBe("");
        expect(queries.length, title).toBeGreaterThan(0);
      }
    }
  });

  it("ask only for metrics that there are", () => {
    for (const { where, expr } of dashboardQueries()) expect(unknownIn(expr), where).toEqual([]);
  });
});

describe("the alerts", () => {
  it("watch only metrics that there are", () => {
    for (const { name, expr } of rules()) expect(unknownIn(expr), name).toEqual([]);
  });

  it("are each tested: once with what sets it off, once with what it has to bear", () => {
    const folder = deployed("prometheus", "tests");
    /** @type {{ name: string }[]} */
    const tests = readdirSync(folder).flatMap((file) => parse(readFileSync(`${folder}/${file}`, "utf8")).tests);
    const names = new Set(tests.map(({ name }) => name));
    for (const { name } of rules().filter(({ isAlert }) => isAlert)) expect([names.has(`${name} fires`), names.has(`${name} stays silent`)], name).toEqual([true, true]);
  });

  it("are each in the runbook", () => {
    const runbook = readFileSync(deployed("..", "docs", "operations.md"), "utf8");
    for (const { name } of rules().filter(({ isAlert }) => isAlert)) expect(runbook, name).toContain(`\`${name}\``);
  });
});

it("an expression's metrics are found without its labels and its texts", () => {
  expect(metricsIn('sum by (le) (rate(quickfire_join_seconds_bucket{place="process_x_y"}[5m])) / quickfire:log_behind:seconds')).toEqual(["quickfire_join_seconds", "quickfire:log_behind:seconds"]);
});

it("Grafana finds the dashboards and the data where the containers put them", () => {
  expect(existsSync(deployed("grafana", "provisioning", "dashboards", "quickfire.yml"))).toBe(true);
  const { datasources } = parse(readFileSync(deployed("grafana", "provisioning", "datasources", "prometheus.yml"), "utf8"));
  expect(textOf(/** @type {NonNullable<typeof dashboards[0]>} */ (dashboards[0]))).toContain(datasources[0].uid);
});
