// Writes the dashboards as files that Grafana reads. Run it after changing one of them: pnpm --filter @quickfire/watching dashboards
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deployed } from "../places.mjs";
import { dashboards } from "./index.mjs";
import { toGrafana } from "./grafana-form.mjs";

/** @param {import("./panels.mjs").Dashboard} dashboard */
export const fileOf = ({ name }) => deployed("grafana", "dashboards", `${name}.json`);

/** @param {import("./panels.mjs").Dashboard} dashboard */
export const textOf = (dashboard) => `${JSON.stringify(toGrafana(dashboard), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(deployed("grafana", "dashboards"), { recursive: true });
  for (const dashboard of dashboards) writeFileSync(fileOf(dashboard), textOf(dashboard));
}
