import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { dashboards } from "./dashboards/index.mjs";
import { deployed } from "./places.mjs";

/**
 * @typedef {{ where: string, expr: string, quiet: boolean }} Query
 * @typedef {{ name: string, expr: string, isAlert: boolean }} Rule
 */

/** Every query of every dashboard, with the place where it stands. @returns {Query[]} */
export function dashboardQueries() {
  return dashboards.flatMap(({ name, rows }) =>
    rows.flatMap(({ panels }) => panels.flatMap(({ title, queries }) => queries.map(({ expr, quiet = false }) => ({ where: `${name}: ${title}`, expr, quiet })))),
  );
}

/** What Prometheus computes and what it watches for. @returns {Rule[]} */
export function rules() {
  const folder = deployed("prometheus", "rules");
  return readdirSync(folder).flatMap((file) => {
    /** @type {{ groups: { rules: { alert?: string, record?: string, expr: string }[] }[] }} */
    const { groups } = parse(readFileSync(`${folder}/${file}`, "utf8"));
    return groups.flatMap((group) => group.rules.map(({ alert, record, expr }) => ({ name: alert ?? record ?? "", expr, isAlert: alert !== undefined })));
  });
}

/**
 * The metrics that an expression asks for, in their own names: a histogram's parts are one metric.
 *
 * @param {string} expr
 */
export function metricsIn(expr) {
  const withoutText = expr.replaceAll(/"[^"]*"/g, '""').replaceAll(/\{[^}]*\}/g, "");
  const names = withoutText.match(/\b(quickfire|nodejs|process)[_:][a-z0-9_:]+/g) ?? [];
  return [...new Set(names.map((name) => name.replace(/_(bucket|sum|count)$/, "")))];
}
